import PointOfSale
import TestSupport
import Testing

@Suite struct RevenueMappingTests {
    private let outlet: OutletID = Sample.id(1)
    private let till: TillConfigurationID = Sample.id(2)
    private let plan: FloorPlanID = Sample.id(3)

    private func mappings(_ scopes: RevenueMapping.Scope...) -> [RevenueMapping.Scope: RevenueMapping] {
        Dictionary(
            uniqueKeysWithValues: scopes.enumerated().map { index, scope in
                (scope, RevenueMapping(id: Sample.id(UInt64(index + 10)), scope: scope, hotelOutlet: index + 100))
            })
    }

    private func outletNumber(by mappings: [RevenueMapping.Scope: RevenueMapping]) -> Int {
        RevenueRoute(
            of: RevenuePlace(outletID: outlet, tillConfigurationID: till, floorPlanID: plan), outletNumber: 1, by: mappings
        ).hotelOutlet
    }

    @Test func `S1-12: the most specific mapping wins: floor plan, till configuration, outlet, fallback`() {
        #expect(outletNumber(by: mappings(.floorPlan(plan), .tillConfiguration(till), .outlet(outlet))) == 100)
        #expect(outletNumber(by: mappings(.outlet(outlet), .tillConfiguration(till))) == 101)
        #expect(outletNumber(by: mappings(.outlet(outlet))) == 100)
        #expect(outletNumber(by: mappings(.outlet(Sample.id(9)))) == 1)
        let fallback = RevenueRoute(of: RevenuePlace(outletID: outlet), outletNumber: 7, by: [:])
        #expect(fallback.mappingID == nil && fallback.hotelOutlet == 7)
    }

    @Test func `two of our groups may go under one of the hotel's, and nothing is lost on the way`() throws {
        let (food, drink, wine) = (Itemizer(1)!, Itemizer(2)!, Itemizer(3)!)
        let mapping = RevenueMapping(id: Sample.id(4), scope: .outlet(outlet), hotelOutlet: 12, itemizers: [food: wine, drink: wine])
        let route = RevenueRoute(of: RevenuePlace(outletID: outlet), outletNumber: 1, by: [mapping.scope: mapping])
        let breakdown = PostingBreakdown(
            subtotals: [food: Sample.euros(1000), drink: Sample.euros(-300), wine: Sample.euros(5)], tip: Sample.euros(50))
        let mapped = route.mapped(breakdown)
        #expect(mapped.subtotals == [wine: Sample.euros(705)])
        #expect(mapped.total == breakdown.total)
    }
}
