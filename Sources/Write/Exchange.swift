import CExchange
import Foundation

/// Lets two folders change places in one step of the file system, so that at no moment is either name without a folder.
///
/// - Returns: false where the file system can't do that.
func exchange(_ one: URL, _ other: URL) -> Bool { recap_exchange(one.path, other.path) == 0 }
