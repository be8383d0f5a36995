import Foundation
import Model
import Testing

struct PNGTextTests {
    /// A grey pixel, as libpng writes it.
    private static let pixel = Array(Data(base64Encoded: "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==")!)

    @Test func `a text comes back as it went in, and the picture stays`() {
        let text = "成交 9.83 亿元 <&>\n"
        let marked = PNGText.adding(text, under: "recap-card", to: Self.pixel)
        #expect(PNGText.text("recap-card", in: marked) == text)
        #expect(PNGText.text("another", in: marked) == nil)
        #expect(Array(marked.prefix(33)) == Array(Self.pixel.prefix(33)) && Array(marked.suffix(Self.pixel.count - 33)) == Array(Self.pixel.suffix(Self.pixel.count - 33)))
    }

    @Test func `what is no picture has no text`() {
        #expect(PNGText.text("recap-card", in: Array("hello".utf8)) == nil)
        #expect(PNGText.text("recap-card", in: Array(Self.pixel.prefix(20))) == nil)
        #expect(PNGText.adding("x", under: "y", to: [1, 2, 3]) == [1, 2, 3])
    }
}
