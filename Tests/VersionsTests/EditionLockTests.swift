import Model
import Testing

@testable import Versions

struct EditionLockTests {
    private func lock(_ little: Little, files: [String: String] = ["campaign.yaml": "aa", "data/a\tb\\n.csv": "bb"], program: String = "1.0") -> EditionLock {
        EditionLock(little.version, files: files, program: program) { "\($0.count) characters" }
    }

    @Test func `a lock that is read says what was written`() throws {
        let lock = lock(Little())
        let read = try EditionLock(text: lock.text, file: "edition.lock")
        #expect(read.entries == lock.entries && read.text == lock.text)
        #expect(read.problems(now: lock, file: "edition.lock").isEmpty)
        #expect(lock.text.contains("value\tsales\t101 money USD missed\n"))
        #expect(lock.text.contains("definition\tconversion\tbuyers / visitors; percent\n"))
    }

    @Test func `numbers are written in full`() {
        #expect(lock(Little(conversion: Number(0.1234567890123))).text.contains("value\tconversion\t0.1234567890123 percent\n"))
    }

    @Test func `a value that no longer holds is named with both`() throws {
        let problems = lock(Little()).problems(now: lock(Little(sales: Number(111))), file: "c/edition.lock")
        #expect(problems.map(\.code) == [.brokenLock, .brokenLock])
        let value = try #require(problems.first { $0.message.contains("the value 'sales'") })
        #expect(value.message.contains("101 money USD missed then, 111 money USD missed now"))
        #expect(value.notes == ["computed from data/sales.csv, which changed"])
        #expect(value.place?.text.hasPrefix("value\tsales\t") == true)
    }

    @Test func `numbers that moved are one warning, and no other change is`() throws {
        let moved = try #require(lock(Little()).movedNumbers(now: lock(Little(filter: "paid", sales: Number(111))), file: "c/edition.lock"))
        #expect(moved.severity == .warning && moved.code == .movedEdition && moved.notes.contains { $0.contains("101 money USD missed then, 111 money USD missed now") })
        #expect(lock(Little()).movedNumbers(now: lock(Little(), files: ["campaign.yaml": "cc"]), file: "l") == nil)
    }

    @Test func `files, definitions and what is gone or new are named`() {
        let problems = lock(Little()).problems(now: lock(Little(filter: "paid"), files: ["campaign.yaml": "cc", "new.md": "dd"]), file: "l")
        let messages = problems.map(\.message).joined(separator: "\n")
        #expect(messages.contains("the file 'campaign.yaml' is not what it was") && messages.contains("the file 'new.md' is not in the locked edition"))
        #expect(messages.contains("of the locked edition is gone") && messages.contains("the definition of 'buyers'"))
        #expect(problems.allSatisfy { $0.severity == .error })
    }

    @Test func `another program alone is a warning`() {
        let problems = lock(Little()).problems(now: lock(Little(), program: "2.0"), file: "l")
        #expect(problems.map(\.severity) == [.warning])
    }

    @Test func `a line that is torn is refused with its place`() {
        #expect(throws: Problem.self) { try EditionLock(text: "# x\n<<<<<<< ours\n", file: "l") }
        do {
            _ = try EditionLock(text: "# x\nfile\ta\n", file: "l")
            Issue.record("a line of two fields was read")
        } catch { #expect(error.place?.line == 2) }
    }
}
