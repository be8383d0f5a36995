/// The colours of charts, as sRGB hex strings, for light paper (#ffffff, #fffefa) and dark paper (#16181d).
///
/// Searched by machine, chosen by eye. `Tests/ChartsTests/Fixtures/check-colours.py` measures every promise made here: contrast by
/// WCAG 2.2, distances in CAM02-UCS (Luo, Cui and Li 2006), colour-blind vision by Machado, Oliveira and Fernandes 2009, severity 1.
enum Palette {
    /// Light paper's and dark paper's.
    struct Pair<Value: Sendable>: Sendable { let light: Value, dark: Value }

    /// Blue, orange, green, gold, violet, sky, claret, mauve: one name per place on both papers.
    ///
    /// Each is at least 3:1 against its paper; any two are at least 12 apart for normal, protan, deutan and tritan vision, the first
    /// five at least 15; neighbours differ by at least 8 L*, for greyscale print.
    static let categorical = Pair(
        light: ["#4371aa", "#d47953", "#285943", "#896413", "#513b79", "#1e9dc0", "#a84261", "#af7a8f"],
        dark: ["#74a4d9", "#c77435", "#3e7e67", "#d5b65a", "#8268ac", "#9fcee1", "#f28f94", "#b386a1"])

    /// Little to much, in the first categorical colour's hue: away from the paper in even steps of L*.
    static let sequential = Pair(
        light: Ramp(
            steps: ["#eceff9", "#cbd7ea", "#aabedc", "#8aa6cd", "#6c8fbd", "#4f78ac", "#376195", "#234b7a", "#17375c"], deep: [5, 6, 7, 8]),
        dark: Ramp(
            steps: ["#293646", "#344965", "#3f5e85", "#4e73a4", "#5e8ac0", "#76a0d8", "#92b8ea", "#b3cff5", "#d7e6fd"], deep: [0, 1, 2, 3]))

    /// Below and above a middle, blue and orange, which no colour blindness confuses: equal L* at equal distance from the middle.
    static let diverging = Pair(
        light: Ramp(
            steps: ["#1b518c", "#4777b1", "#7b9ecb", "#b5c5dd", "#efeeeb", "#e4bca5", "#cf8c64", "#b15e2c", "#823c0e"], deep: [0, 1, 7, 8]),
        dark: Ramp(
            steps: ["#97bef2", "#6f9ad1", "#5277a5", "#41556e", "#343537", "#714b34", "#a4653e", "#d48453", "#f5ab7f"], deep: [2, 3, 4, 5, 6]))

    /// Gain: blue-teal, at least 4.5:1 so that it may colour text. With `bad` it is apart for every vision, as red and green are not.
    static let good = Pair(light: "#197c9a", dark: "#62bcd6")
    /// Loss: vermilion, and at least 8 L* darker than `good`.
    static let bad = Pair(light: "#a23a1c", dark: "#d96a43")
    /// Neither gain nor loss.
    static let neutral = Pair(light: "#545961", dark: "#848a93")
}
