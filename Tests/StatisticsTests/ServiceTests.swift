import Statistics
import Testing

/// Against SciPy and statsmodels.
struct ServiceTests {
    @Test func `waiting is Erlang's, by SciPy's Poisson`() throws {
        for (given, expected) in Reference.cases("ErlangC") {
            let queue = try #require(ErlangC(arrivals: given["arrivals"].number, handling: given["handling"].number, agents: given["agents"].int))
            expectNear(queue.waitProbability, expected["waitProbability"].number)
            expectNear(queue.meanWait, expected["meanWait"].number)
            expectNear(queue.occupancy, expected["occupancy"].number)
        }
    }

    /// A hundred calls an hour of five minutes each, ten agents.
    @Test func `waiting is that of a published table`() throws {
        let queue = try #require(ErlangC(arrivals: 100 / 60.0, handling: 5, agents: 10))
        #expect((queue.waitProbability - 0.4876).magnitude < 5e-5)
        #expect((queue.meanWait - 1.463).magnitude < 5e-4)
        #expect(ErlangC(arrivals: 2, handling: 5, agents: 10) == nil)
    }

    @Test(arguments: [(1.6, 5.0, 2.0), (1.6, 5, 0.01), (200, 0.5, 0.1), (0.01, 1, 1)])
    func `the fewest agents are just enough`(arrivals: Double, handling: Double, wait: Double) throws {
        let agents = try #require(ErlangC.agents(arrivals: arrivals, handling: handling, wait: wait))
        #expect(try #require(ErlangC(arrivals: arrivals, handling: handling, agents: agents)).meanWait <= wait)
        if let fewer = ErlangC(arrivals: arrivals, handling: handling, agents: agents - 1) { #expect(fewer.meanWait > wait) }
    }

    @Test func `quantiles of buckets are linear within them`() {
        for (given, expected) in Reference.cases("histogramQuantile") {
            let buckets = given["buckets"].list.map { (bound: $0.pair.0, cumulative: $0.pair.1) }
            expectNear(histogramQuantile(buckets, given["p"].number), expected["value"].number, given)
        }
        #expect(histogramQuantile([(1, 0), (.infinity, 0)], 0.5) == nil)
        // As in Prometheus, nothing is known of where a first bucket below 0 begins.
        #expect(histogramQuantile([(-5, 10), (5, 20), (.infinity, 20)], 0.1) == -5)
        #expect(histogramQuantile([(-5, 0), (5, 20), (.infinity, 20)], 0.5) == 0)
    }

    @Test func `scalability is SciPy's curve`() throws {
        for (given, expected) in Reference.cases("Scalability") {
            let law = try #require(Scalability(loads: given["loads"].numbers, throughputs: given["throughputs"].numbers))
            expectNear(law.single, expected["single"].number, within: 1e-6)
            expectNear(law.contention, expected["contention"].number, within: 1e-6, absolute: 1e-8)
            expectNear(law.coherence, expected["coherence"].number, within: 1e-5)
            expectNear(law.peak, expected["peak"].number, within: 1e-8)
            for point in expected["at"].list { expectNear(law.throughput(at: point[0].number), point[1].number, within: 1e-8) }
        }
        #expect(Scalability(loads: [1, 2, 3, 4], throughputs: [10, 20, 30, 40]) == nil)
    }

    @Test func `an objective leaves a budget`() throws {
        for (given, expected) in Reference.cases("ServiceLevel") {
            let objective = given["objective"].number, good = given["good"].number, all = given["all"].number
            let service = try #require(ServiceLevel(objective: objective, good: good, all: all))
            expectNear(service.level, expected["level"].number)
            expectNear(service.budget, expected["budget"].number)
            expectNear(service.spent, expected["spent"].number)
            expectNear(ServiceLevel.burnRate(bad: all - good, all: all, objective: objective), expected["burnRate"].number)
        }
    }

    @Test func `alarms are judged as statsmodels would`() {
        for (given, expected) in Reference.cases("Detection") {
            let detection = Detection(
                truePositives: given["truePositives"].number, falsePositives: given["falsePositives"].number,
                falseNegatives: given["falseNegatives"].number, trueNegatives: given["trueNegatives"].number)
            expectNear(detection.precision, expected["precision"])
            expectNear(detection.recall, expected["recall"])
            expectNear(detection.accuracy, expected["accuracy"])
            expectNear(detection.f1, expected["f1"].number)
        }
        #expect(Detection(truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 4).f1 == nil)
    }
}
