recapIndex([
["c", "What came of it", "result/index.html", "Sales reached missing, in a word: good."],
["m", "Sales", "data-dictionary/index.html#sales", "sales · $1.47M"]
]);
