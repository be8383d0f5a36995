import Load
import Model

extension Pipeline {
    /// So many campaigns are worked on together: they share an engine and what they are compared with.
    private static let batch = 8

    /// Checks the campaigns a few at a time, each with those that it is compared with, so that a thousand take no more memory than those few.
    /// What `body` makes of each batch comes in the order of the campaigns.
    ///
    /// - Returns: the results, and what is wrong with the content folder itself.
    func checkInBatches<Result: Sendable>(_ body: @escaping @Sendable (Checked, Pipeline) async -> Result) async -> (results: [Result], problems: [Problem]) {
        let folders = Load.Folders(in: content, only: campaigns)
        let batches = stride(from: 0, to: folders.wanted.count, by: Pipeline.batch).map { start in
            var pipeline = self
            pipeline.campaigns = Array(folders.wanted[start..<min(start + Pipeline.batch, folders.wanted.count)])
            pipeline.folders = folders
            return pipeline
        }
        let results = await withTaskGroup(of: (Int, Result).self) { group in
            var results: [Int: Result] = [:], next = 0
            func start() {
                guard next < batches.count else { return }
                let index = next
                next += 1
                group.addTask { (index, await body(await batches[index].check(), batches[index])) }
            }
            for _ in 0..<settings.jobs { start() }
            for await (index, result) in group {
                results[index] = result
                start()
            }
            return batches.indices.compactMap { results[$0] }
        }
        return (results, folders.problems)
    }
}
