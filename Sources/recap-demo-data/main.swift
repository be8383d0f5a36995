import Foundation

// Writes the tables of the demo campaign: `recap-demo-data content/2025-618/data`.
guard CommandLine.arguments.count == 2 else {
    FileHandle.standardError.write(Data("usage: recap-demo-data FOLDER\n".utf8))
    exit(64)
}
let folder = URL(fileURLWithPath: CommandLine.arguments[1], isDirectory: true)
do {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for table in DemoCampaign().tables() {
        try Data(table.text.utf8).write(to: folder.appendingPathComponent("\(table.name).csv"))
    }
} catch {
    FileHandle.standardError.write(Data("recap-demo-data: \(error.localizedDescription)\n".utf8))
    exit(74)
}
