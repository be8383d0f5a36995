import Cache
import Foundation

/// Tells this build of the program from any other: what another has computed may be wrong.
enum ProgramIdentity {
    /// nil where the program's own file can't be found.
    static let text: String? = {
        #if os(Linux)
            let file = "/proc/self/exe"
        #else
            let file = Bundle.main.executablePath ?? ""
        #endif
        return FileStamp(of: file).map { "\(Recap.version) \($0)" }
    }()
}
