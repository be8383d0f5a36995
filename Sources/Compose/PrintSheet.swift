import Model

/// The head line of each printed page: the campaign at the left, the chapter at the right. A style sheet of the campaign's own,
/// since a page's margin boxes take their text from a style sheet and pages hold none.
struct PrintSheet {
    let site: CampaignSite

    var text: String {
        let writer = PageWriter(site, base: "")
        var rules = ["@page{@top-left{content:\(PrintSheet.string(site.campaign.title))}}"]
        for chapter in site.chapters {
            let title = "\(chapter.order)  \(writer.plain(chapter.title))"
            rules.append("@page chapter-\(chapter.order){@top-right{content:\(PrintSheet.string(title))}}\n.chapter-\(chapter.order){page:chapter-\(chapter.order)}")
        }
        return rules.joined(separator: "\n") + "\n"
    }

    /// A CSS string; what could end it or the sheet is written as its code.
    static func string(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            if "\"\\<>&".unicodeScalars.contains(scalar) || scalar.value < 0x20 || scalar.value == 0x7F {
                result += "\\\(String(scalar.value, radix: 16)) "
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
