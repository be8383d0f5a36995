import Model

/// The card that chat programs show of a link, 1200 × 630: title, period, verdict, three key figures. A drawing; `recap export
/// --format card` makes the PNG of it, which carries the drawing's text, so that a build can tell an old one.
struct CardPicture {
    let site: CampaignSite

    static let keyword = "recap-card"

    var svg: String {
        let campaign = site.campaign
        let counts = VerdictCounts(site: site)
        var lines = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1200 630\" width=\"1200\" height=\"630\" font-family=\"\(Self.fonts)\">",
            "<path fill=\"#fdfcf9\" d=\"M0,0H1200V630H0Z\"/>", "<path fill=\"#8c1d2f\" d=\"M80,84H200V96H80Z\"/>",
        ]
        var y = 176.0
        for line in Self.lines(of: campaign.title, size: 60, width: 1040).prefix(2) {
            lines.append(text(line, x: 80, y: y, size: 60, weight: 700))
            y += 74
        }
        lines.append(text([campaign.subtitle, site.periodText].compactMap { $0 }.joined(separator: " · "), x: 80, y: y - 6, size: 28, colour: "#5d5950", width: 1040))
        for (index, value) in figures.enumerated() {
            let x = 80 + Double(index) * 355
            lines.append("<path stroke=\"#1c1b19\" stroke-width=\"3\" d=\"M\(Int(x)),370H\(Int(x) + 330)\"/>")
            lines.append(text(value.name, x: x, y: 412, size: 26, width: 330))
            lines.append(text(value.text, x: x, y: 480, size: 54, weight: 700, width: 330))
            if let verdict = value.verdict { lines.append(text(site.words.name(of: verdict), x: x, y: 522, size: 26, colour: Self.colours[verdict] ?? "#5d5950")) }
        }
        if counts.total > 0 { lines.append(text(counts.sentence, x: 80, y: 588, size: 28, weight: 700)) }
        return lines.joined(separator: "\n") + "\n</svg>\n"
    }

    private static let fonts = "Noto Sans CJK SC, PingFang SC, Microsoft YaHei, Helvetica Neue, Arial, sans-serif"
    private static let colours: [Verdict: String] = [.met: "#14684a", .missed: "#a52a1c", .undecided: "#7a5200"]

    /// The first three key figures that have a value.
    private var figures: [MetricValue] {
        Array(
            KeyFigures(site: site).items.compactMap {
                site.answers.values[ValueKey(campaign: site.campaign.id, metric: $0.metric.value, terms: $0.slice)]
            }.filter { $0.value != nil }.prefix(3))
    }

    /// A text that is set narrower where it would be too wide.
    private func text(_ text: String, x: Double, y: Double, size: Double, weight: Int = 400, colour: String = "#1c1b19", width: Double = 1040) -> String {
        let squeeze = Self.width(of: text, size: size) > width ? " textLength=\"\(Int(width))\" lengthAdjust=\"spacingAndGlyphs\"" : ""
        return "<text x=\"\(Int(x))\" y=\"\(Int(y))\" font-size=\"\(Int(size))\" font-weight=\"\(weight)\" fill=\"\(colour)\"\(squeeze)>\(HTML.escape(text))</text>"
    }

    /// Breaks between words, or between Chinese characters.
    private static func lines(of text: String, size: Double, width: Double) -> [String] {
        var lines = [""], word = ""
        func isWide(_ character: Character) -> Bool { (character.unicodeScalars.first?.value ?? 0) >= 0x2E80 }
        func flush() {
            if self.width(of: lines[lines.count - 1] + word, size: size) > width, !lines[lines.count - 1].isEmpty { lines.append("") }
            lines[lines.count - 1] += lines[lines.count - 1].isEmpty ? String(word.drop { $0 == " " }) : word
            word = ""
        }
        for character in text {
            if character == " " || isWide(character) { flush() }
            word.append(character)
            if isWide(character) { flush() }
        }
        flush()
        return lines
    }

    /// About: an em for a Chinese character, six tenths for others.
    private static func width(of text: String, size: Double) -> Double {
        text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? size : size * 0.58) }
    }
}
