extension [Inline] {
    /// The words alone; a reference by its claim, else by its name.
    public var plainText: String {
        map { inline in
            switch inline {
            case .text(let text), .code(let text): text
            case .softBreak, .hardBreak: " "
            case .html: ""
            case .emphasis(let inner), .strong(let inner), .link(let inner, _, _), .image(let inner, _, _): inner.plainText
            case .reference(let reference): reference.claim?.value ?? reference.name.value
            case .quotation(let quotation): quotation.text
            }
        }.joined()
    }
}
