/// The program that holds the Spark session, in Python, as all that Spark offers to programs of other languages is.
///
/// A line in is `{"id": 1, "session": "2025-618", "sql": "SELECT …"}`; a line out has the same id and either `columns` (names and
/// types) with `rows` (texts and nulls), or `error`. In place of `sql`, `view` makes a view of data files. Questions of one line after the other are worked on at the same time, and
/// answered as they are done.
enum SparkDriver {
    static let text = #"""
        import datetime, decimal, json, logging, os, sys, threading
        from concurrent.futures import ThreadPoolExecutor

        # What Java prints must not come between the answers.
        answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
        os.dup2(2, 1)
        logging.disable(logging.CRITICAL)
        from pyspark.sql import SparkSession
        from pyspark.sql.types import StringType, StructField, StructType

        settings = json.loads(sys.argv[1])
        builder = SparkSession.builder.appName("recap")
        for key, value in settings["conf"].items():
            builder = builder.config(key, value)
        spark = builder.getOrCreate()
        spark.sparkContext.setLogLevel("OFF")
        sessions, opening, writing = {}, threading.Lock(), threading.Lock()


        def text(value):
            if value is None or isinstance(value, str):
                return value
            if isinstance(value, bool):
                return "true" if value else "false"
            if isinstance(value, decimal.Decimal):
                return format(value, "f")
            if isinstance(value, datetime.datetime):
                moment = value.isoformat(sep=" ")
                return moment.rstrip("0") if "." in moment else moment
            return str(value)


        def tell(answer):
            with writing:
                answers.write(json.dumps(answer, ensure_ascii=False) + "\n")
                answers.flush()


        def read(session, view):
            reader = session.read.format(view["format"]).options(**view["options"])
            if "columns" in view:
                reader = reader.schema(StructType([StructField(name, StringType()) for name in view["columns"]]))
            reader.load(view["paths"]).createTempView(view["name"])


        def work(question):
            try:
                with opening:
                    session = sessions.setdefault(question["session"], None) or spark.newSession()
                    sessions[question["session"]] = session
                if "view" in question:
                    read(session, question["view"])
                    return tell({"id": question["id"], "columns": [], "rows": []})
                frame = session.sql(question["sql"])
                rows = [[text(cell) for cell in row] for row in frame.collect()]
                tell({"id": question["id"], "columns": [list(column) for column in frame.dtypes], "rows": rows})
            except Exception as error:
                tell({"id": question["id"], "error": str(error)})


        tell({"id": 0, "version": spark.version, "columns": [], "rows": []})
        with ThreadPoolExecutor(settings["jobs"]) as pool:
            for line in sys.stdin:
                pool.submit(work, json.loads(line))
        spark.stop()
        """#
}
