import Foundation

/// What a served page has beside what is published: the little script that waits for changes, and leave to ask this server.
enum LivePage {
    static func live(_ page: [UInt8], version: Int) -> [UInt8] {
        // What is changed stands in the head; the rest of a long page is not looked through.
        guard let end = page.firstRange(of: Array("</head>".utf8)) else { return page }
        var head = String(decoding: page[..<end.lowerBound], as: UTF8.self)
        head = head.replacing("default-src &#39;none&#39;;", with: "default-src &#39;none&#39;; connect-src &#39;self&#39;;")
        head += "<script src=\"/_recap/live.js\" data-version=\"\(version)\" defer></script>\n"
        return Array(head.utf8) + page[end.lowerBound...]
    }

    /// Before the first good build.
    static let waiting = """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><title>Recap</title>
        <script src="/_recap/live.js" data-version="0" defer></script></head><body><p>Recap: no site yet.</p></body></html>
        """

    static let script = """
        "use strict";
        (() => {
          let version = Number(document.currentScript.dataset.version), panel = null;
          const show = problems => {
            panel?.remove();
            panel = null;
            if (!problems.length) return;
            panel = document.createElement("pre");
            panel.id = "_recap-problems";
            panel.setAttribute("role", "alert");
            panel.textContent = problems.join("\\n\\n");
            Object.assign(panel.style, {position: "fixed", inset: "auto 0 0 0", maxHeight: "60vh", overflow: "auto", margin: 0, padding: "1rem 1.25rem",
              background: "#2a1215", color: "#ffe9e6", font: "13px/1.5 ui-monospace, monospace", zIndex: 99, whiteSpace: "pre-wrap", borderTop: "4px solid #ff9a88"});
            document.body.append(panel);
          };
          /* The page as the server gave it: its prose, and all that stands around. */
          const read = async () => {
            const page = new DOMParser().parseFromString(await (await fetch(location.pathname)).text(), "text/html");
            for (const script of page.querySelectorAll("script[data-version]")) script.remove();
            const prose = page.querySelector(".prose");
            prose?.remove();
            return {frame: page.documentElement, prose};
          };
          let last = null;
          addEventListener("load", async () => { const page = await read(); last ??= page; });
          /* Changed paragraphs go to their place in the open page; false where more than that differs. */
          const isPlain = element => element.matches("p, ul, ol, blockquote, pre, hr") && !element.querySelector("table, svg");
          const patch = fresh => {
            const live = document.querySelector(".prose"), from = [...last?.prose?.children ?? []], to = [...fresh.prose?.children ?? []];
            if (!last || !last.frame.isEqualNode(fresh.frame) || !live || !fresh.prose || live.children.length !== from.length) return false;
            let start = 0, end = from.length, freshEnd = to.length;
            while (start < Math.min(end, freshEnd) && from[start].isEqualNode(to[start])) start++;
            while (Math.min(end, freshEnd) > start && from[end - 1].isEqualNode(to[freshEnd - 1])) { end--; freshEnd--; }
            const added = to.slice(start, freshEnd);
            if (![...from.slice(start, end), ...added].every(isPlain)) return false;
            const next = live.children[end] ?? null;
            for (const element of [...live.children].slice(start, end)) element.remove();
            for (const element of added) live.insertBefore(document.importNode(element, true), next);
            return true;
          };
          const update = async state => {
            if (state.whole > version) return location.reload();
            const fresh = await read();
            if (!patch(fresh)) return location.reload();
            last = fresh;
            version = state.version;
            show([]);
          };
          const wait = async have => {
            try {
              const state = await (await fetch("/_recap/state?have=" + have)).json();
              if (state.problems.length) show(state.problems);
              else if (state.version !== version) await update(state);
              else show([]);
              return wait(state.version);
            } catch { setTimeout(() => wait(-1), 500); }
          };
          wait(-1);
        })();
        """
}
