package uk.onevoice.web.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Areas;
import uk.onevoice.web.api.Areas.IcsSummary;
import uk.onevoice.web.api.Areas.IcsTotals;
import uk.onevoice.web.api.Areas.Named;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Grid.Cell;
import uk.onevoice.web.ui.Grid.Column;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/** The lists of areas and of their bodies, as tables. */
final class IcsTables {
  private IcsTables() {}

  /**
   * A part of a list.
   *
   * @param next the cursor of the part after it, if there is one
   */
  record Part(String name, String one, String many, Grid table, @Nullable String next) {
    /** How many are shown, and whether there are more: a list has no total. */
    String sentence(boolean later) {
      int count = table.rows().size();
      if (count == 0) {
        return later ? "There are no more." : "There is none on this day.";
      }
      String shown = Words.count(count, one, many);
      if (next == null && !later) {
        return Words.sentence(shown) + ".";
      }
      return (later ? "The next " : "The first ")
          + shown
          + (next == null ? ", and the last." : "; more follow.");
    }
  }

  static String sentence(IcsTotals totals) {
    if (totals.ics() == 0) {
      return "No ICS is known on this day.";
    }
    String areas = Words.sentence(Words.count(totals.ics(), "ICS", "ICSs"));
    if (totals.practices() == null) {
      return areas + ". Their practices are not known yet.";
    }
    return areas
        + " with "
        + Words.count(totals.practices(), "practice", "practices")
        + (totals.pcns() == null ? "" : " in " + Words.count(totals.pcns(), "PCN", "PCNs"))
        + (totals.subIcbs() == null
            ? ""
            : " and " + Words.count(totals.subIcbs(), "sub-ICB location", "sub-ICB locations"))
        + ". Each practice decides for itself.";
  }

  static Grid all(List<IcsSummary> items, AsOf day) {
    return new Grid(
        "Integrated care systems",
        List.of(
            new Column("ICS", false),
            new Column("Practices", true),
            new Column("PCNs", true),
            new Column("Without a PCN", true),
            new Column("Sub-ICBs", true),
            new Column("Trusts", true),
            new Column("Councils", true),
            new Column("Patients", true)),
        items.stream()
            .map(ics ->
                List.of(
                    new Cell(ics.name(), "/ics/" + ics.odsCode() + day.query("?")),
                    number(ics.practices()),
                    number(ics.pcns()),
                    number(ics.practicesWithoutPcn()),
                    number(ics.subIcbs()),
                    number(ics.trusts()),
                    number(ics.councils()),
                    number(ics.registeredPatients())))
            .toList());
  }

  static List<Link> lists(String odsCode, AsOf day) {
    String base = "/ics/" + Segment.of(odsCode) + "/";
    String query = day.query("?");
    return List.of(
        new Link("Practices", base + "practices" + query),
        new Link("PCNs", base + "pcns" + query),
        new Link("Sub-ICB locations", base + "sub-icbs" + query),
        new Link("Trusts", base + "trusts" + query),
        new Link("Councils", base + "councils" + query),
        new Link("Places", base + "places" + query),
        new Link("Topics", ListKind.TOPICS.listOf(Segment.of(odsCode))),
        new Link("Forums", ListKind.FORUMS.listOf(Segment.of(odsCode))),
        new Link("How general practice works here", "/guide/ics/" + Segment.of(odsCode)),
        new Link("Practices without a place", "/places/without/" + Segment.of(odsCode)),
        new Link("How many are in a federation", base + "federations" + query));
  }

  static Part practices(Areas.PracticeList list, AsOf day) {
    return new Part(
        "Practices",
        "practice",
        "practices",
        new Grid(
            "Practices",
            List.of(
                new Column("Practice", false),
                new Column("Code", false),
                new Column("PCN", false),
                new Column("Sub-ICB location", false),
                new Column("Place", false),
                new Column("Patients", true)),
            list.items().stream()
                .map(practice ->
                    List.of(
                        body(practice.odsCode(), practice.name()),
                        new Cell(practice.odsCode()),
                        practice.pcn() == null ? new Cell("No PCN") : body(practice.pcn()),
                        practice.subIcb() == null ? new Cell("not known") : body(practice.subIcb()),
                        practice.place() == null
                            ? new Cell("No place yet")
                            : new Cell(
                                practice.place().name() == null
                                    ? practice.place().placeId()
                                    : practice.place().name(),
                                "/places/" + practice.place().placeId() + day.query("?")),
                        number(practice.patients())))
                .toList()),
        list.next());
  }

  static Part pcns(Areas.PcnList list, String icsOdsCode, AsOf day) {
    return new Part(
        "PCNs",
        "PCN",
        "PCNs",
        new Grid(
            "PCNs",
            List.of(
                new Column("PCN", false),
                new Column("Code", false),
                new Column("Practices here", true),
                new Column("Practices in other ICSs", true),
                new Column("Patients here", true)),
            list.items().stream()
                .map(pcn ->
                    List.of(
                        body(pcn.odsCode(), pcn.name()),
                        new Cell(pcn.odsCode()),
                        practicesOf(
                            PracticeFilter.pcn(pcn.odsCode()), pcn.practices(), icsOdsCode, day),
                        number(pcn.practicesElsewhere()),
                        number(pcn.registeredPatients())))
                .toList()),
        list.next());
  }

  static Part subIcbs(Areas.SubIcbList list, String icsOdsCode, AsOf day) {
    return new Part(
        "Sub-ICB locations",
        "sub-ICB location",
        "sub-ICB locations",
        new Grid(
            "Sub-ICB locations",
            List.of(
                new Column("Sub-ICB location", false),
                new Column("Code", false),
                new Column("Practices", true),
                new Column("PCNs", true),
                new Column("Practices without a PCN", true),
                new Column("Patients", true)),
            list.items().stream()
                .map(sub ->
                    List.of(
                        body(sub.odsCode(), sub.name()),
                        new Cell(sub.odsCode()),
                        practicesOf(
                            PracticeFilter.subIcb(sub.odsCode()), sub.practices(), icsOdsCode, day),
                        number(sub.pcns()),
                        number(sub.practicesWithoutPcn()),
                        number(sub.registeredPatients())))
                .toList()),
        list.next());
  }

  static Part partners(String name, Areas.PartnerList list) {
    return new Part(
        name,
        name.toLowerCase(java.util.Locale.UK).replaceFirst("s$", ""),
        name.toLowerCase(java.util.Locale.UK),
        new Grid(
            name,
            List.of(
                new Column("Name", false),
                new Column("Code", false),
                new Column("Postcode", false)),
            list.items().stream()
                .map(partner ->
                    List.of(
                        body(partner.odsCode(), partner.name()),
                        new Cell(partner.odsCode()),
                        new Cell(partner.postcode() == null ? "not known" : partner.postcode())))
                .toList()),
        list.next());
  }

  static Part places(Areas.PlaceList list, AsOf day) {
    return new Part("Places", "place", "places", placeTable(list.items(), day), list.next());
  }

  static Grid placeTable(List<Areas.Place> places, AsOf day) {
    return new Grid(
        "Places",
        List.of(
            new Column("Place", false),
            new Column("Practices", true),
            new Column("PCNs", true),
            new Column("Practices in a federation", true),
            new Column("Leadership group", false),
            new Column("Patients", true)),
        places.stream()
            .map(place ->
                List.of(
                    new Cell(place.name(), "/places/" + place.placeId() + day.query("?")),
                    number(place.practices()),
                    number(place.pcns()),
                    new Cell(
                        Words.number(place.practicesInFederation())
                            + " of "
                            + Words.number(place.practices())),
                    place.leadershipGroups() == 0
                        ? new Cell("None yet", "/starters/" + place.placeId())
                        : new Cell("Yes", "/places/" + place.placeId() + "#groups"),
                    number(place.registeredPatients())))
            .toList());
  }

  /** How many practices, leading to them one by one. */
  private static Cell practicesOf(
      PracticeFilter filter, int practices, String icsOdsCode, AsOf day) {
    return new Cell(Words.number(practices), filter.page(icsOdsCode, day));
  }

  private static Cell body(Named named) {
    return body(named.odsCode(), named.name());
  }

  private static Cell body(String odsCode, @Nullable String name) {
    return new Cell(name == null ? odsCode : name, "/organisations/" + Segment.of(odsCode));
  }

  private static Cell number(@Nullable Number number) {
    return new Cell(number == null ? "not known" : Words.number(number));
  }
}
