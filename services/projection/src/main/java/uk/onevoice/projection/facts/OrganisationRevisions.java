package uk.onevoice.projection.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.onevoice.messaging.Unappliable;
import uk.onevoice.projection.facts.FactValue.Affiliation;
import uk.onevoice.projection.facts.FactValue.LeadershipGroup;
import uk.onevoice.projection.facts.FactValue.ListSize;
import uk.onevoice.projection.facts.FactValue.Listing;
import uk.onevoice.projection.facts.FactValue.Open;
import uk.onevoice.projection.facts.FactValue.Organisation;
import uk.onevoice.projection.facts.FactValue.Place;
import uk.onevoice.projection.facts.FactValue.Succession;

/** What the organisations service says: the registry, who belongs to whom, places, list sizes. */
final class OrganisationRevisions {
  static final Set<String> TYPES =
      Set.of(
          "OrganisationRegistered",
          "OdsRecordAccepted",
          "SectorSet",
          "OrganisationRenamed",
          "OrganisationClosed",
          "OrganisationReopened",
          "OrganisationSucceeded",
          "PracticeListed",
          "PracticeDelisted",
          "AffiliationStarted",
          "AffiliationEnded",
          "AffiliationCorrected",
          "ListSizePublished",
          "PlaceDefined",
          "PlaceRevised",
          "GroupFormed",
          "GroupRevised",
          "PlaceMoved",
          "PlaceStartCorrected",
          "PlaceClosed",
          "PlaceMerged",
          "PlaceReopened");

  private static final Comparator<Fact<Place>> BY_DAY =
      Comparator.comparing(fact -> fact.valid().from());

  private OrganisationRevisions() {}

  static List<Revision<?>> of(Payload event) {
    return switch (event.event().type()) {
      case "OrganisationRegistered" -> List.of(registered(event), open(event));
      // An older release tells how it was: no interval of today's moves.
      case "OdsRecordAccepted" ->
          event.flag("historic") ? List.of(accepted(event)) : List.of(accepted(event), open(event));
      case "SectorSet" -> List.of(sector(event));
      case "OrganisationRenamed" -> List.of(renamed(event));
      case "OrganisationClosed" -> List.of(closed(event));
      case "OrganisationReopened" -> List.of(reopened(event));
      case "OrganisationSucceeded" -> List.of(succeeded(event));
      case "PracticeListed" -> List.of(listing(event, true));
      case "PracticeDelisted" -> List.of(listing(event, false));
      case "AffiliationStarted", "AffiliationCorrected" -> List.of(affiliation(event));
      case "AffiliationEnded" -> List.of(affiliationEnded(event));
      case "ListSizePublished" -> List.of(listSize(event));
      case "PlaceDefined" -> List.of(placeDefined(event));
      case "PlaceRevised" -> List.of(placeRevised(event));
      case "PlaceMoved" -> List.of(placeMoved(event));
      case "PlaceStartCorrected" -> List.of(placeStartCorrected(event));
      case "PlaceClosed" -> List.of(placeClosed(event, event.date("end")));
      case "PlaceMerged" -> List.of(placeClosed(event, event.date("on")));
      case "PlaceReopened" -> List.of(placeReopened(event));
      case "GroupFormed" -> List.of(group(event, "start"));
      case "GroupRevised" -> List.of(group(event, "from"));
      default -> throw new Unappliable(event.event(), "not an event of organisations");
    };
  }

  private static Revision<Organisation> registered(Payload event) {
    LocalDate release = event.optionalDate("release");
    LocalDate start = event.optionalDate("start");
    LocalDate since = release != null ? release : start != null ? start : event.day();
    Organisation record =
        new Organisation(
            since,
            event.optionalText("odsCode"),
            event.text("name"),
            event.texts("kinds"),
            event.optionalText("postcode"),
            event.text("status"),
            event.optionalText("sector"));
    return organisation(event, _ -> record);
  }

  /** The record has no code and no sector of ours: both stay what they were. */
  private static Revision<Organisation> accepted(Payload event) {
    LocalDate since = event.date("release");
    String name = event.text("name");
    List<String> kinds = event.texts("kinds");
    String postcode = event.optionalText("postcode");
    String status = event.text("status");
    return organisation(
        event,
        records -> {
          Organisation before = at(event, records, since);
          return new Organisation(
              since, before.odsCode(), name, kinds, postcode, status, before.sector());
        });
  }

  private static Revision<Organisation> renamed(Payload event) {
    LocalDate from = event.date("from");
    String name = event.text("name");
    return organisation(event, records -> at(event, records, from).renamed(name, from));
  }

  /** Said once and for all: the sector is not dated. */
  private static Revision<Organisation> sector(Payload event) {
    String sector = event.text("sector");
    return new Revision<>(
        FactTable.ORGANISATION,
        List.of(event.text("organisationId")),
        facts ->
            facts.stream()
                .map(fact -> new Fact<>(fact.valid(), in(sector, fact.value())))
                .toList());
  }

  private static Organisation in(String sector, Organisation was) {
    return new Organisation(
        was.since(), was.odsCode(), was.name(), was.kinds(), was.postcode(), was.status(), sector);
  }

  /** Adds a record to those known by their day; each holds until the next. */
  private static Revision<Organisation> organisation(
      Payload event, Function<TreeMap<LocalDate, Organisation>, Organisation> record) {
    return new Revision<>(
        FactTable.ORGANISATION,
        List.of(event.text("organisationId")),
        facts -> {
          TreeMap<LocalDate, Organisation> records = new TreeMap<>();
          facts.forEach(fact -> records.put(fact.value().since(), fact.value()));
          Organisation added = record.apply(records);
          records.put(added.since(), added);
          return stretches(records, LocalDate.MIN);
        });
  }

  /** The record of that day; before the earliest one, the earliest. */
  private static Organisation at(
      Payload event, TreeMap<LocalDate, Organisation> records, LocalDate day) {
    Map.Entry<LocalDate, Organisation> record = records.floorEntry(day);
    if (record == null) {
      record = records.firstEntry();
    }
    if (record == null) {
      throw new Unappliable(event.event(), "the organisation was never registered");
    }
    return record.getValue();
  }

  /** The record moves the latest interval; those that had ended before stay. */
  private static Revision<Open> open(Payload event) {
    LocalDate start = event.optionalDate("start");
    LocalDate end = event.optionalDate("end");
    return intervals(
        event,
        intervals -> {
          if (intervals.size() <= 1) {
            return List.of(Span.of(start, end));
          }
          List<Span> moved = new ArrayList<>(intervals.subList(0, intervals.size() - 1));
          moved.add(Span.of(intervals.getLast().from(), end));
          return moved;
        });
  }

  private static Revision<Open> closed(Payload event) {
    LocalDate end = event.date("end");
    return intervals(event, intervals -> intervals.stream().map(span -> span.until(end)).toList());
  }

  private static Revision<Open> reopened(Payload event) {
    LocalDate from = event.date("from");
    return intervals(
        event,
        intervals -> {
          List<Span> again = new ArrayList<>();
          intervals.forEach(span -> again.add(span.until(from)));
          again.add(Span.from(from));
          return again;
        });
  }

  private static Revision<Open> intervals(Payload event, UnaryOperator<List<Span>> change) {
    return new Revision<>(
        FactTable.OPEN,
        List.of(event.text("organisationId")),
        facts ->
            change.apply(facts.stream().map(Fact::valid).toList()).stream()
                .map(span -> new Fact<>(span, new Open()))
                .toList());
  }

  /** A day's latest word counts; one without successors takes it back. */
  private static Revision<Succession> succeeded(Payload event) {
    LocalDate day = event.date("date");
    List<String> successors = event.texts("successors");
    List<Fact<Succession>> facts =
        successors.isEmpty()
            ? List.of()
            : List.of(new Fact<>(Span.from(day), new Succession(successors)));
    return new Revision<>(
        FactTable.SUCCESSION, List.of(event.text("organisationId"), day.toString()), _ -> facts);
  }

  private static Revision<Listing> listing(Payload event, boolean listed) {
    LocalDate from = event.date("from");
    return new Revision<>(
        FactTable.LISTING,
        List.of(event.text("organisationId")),
        facts -> {
          TreeMap<LocalDate, Listing> maps = new TreeMap<>();
          facts.forEach(fact -> maps.put(fact.valid().from(), fact.value()));
          maps.put(from, new Listing(listed));
          return stretches(maps, maps.firstKey());
        });
  }

  /**
   * Each value holds until the next one's day.
   *
   * @param earliest when the first one began to hold, which may be before its own day
   */
  static <V extends FactValue> List<Fact<V>> stretches(
      TreeMap<LocalDate, V> values, LocalDate earliest) {
    List<Fact<V>> facts = new ArrayList<>(values.size());
    for (Map.Entry<LocalDate, V> value : values.entrySet()) {
      LocalDate day = value.getKey();
      LocalDate from = day.equals(values.firstKey()) ? earliest : day;
      facts.add(new Fact<>(Span.of(from, values.higherKey(day)), value.getValue()));
    }
    return facts;
  }

  private static Revision<Affiliation> affiliation(Payload event) {
    Affiliation value =
        new Affiliation(event.text("memberId"), event.text("parentId"), event.text("kind"));
    Span valid = Span.of(event.date("start"), event.optionalDate("end"));
    List<Fact<Affiliation>> facts =
        event.flag("void") ? List.of() : List.of(new Fact<>(valid, value));
    return new Revision<>(FactTable.AFFILIATION, List.of(event.text("affiliationId")), _ -> facts);
  }

  private static Revision<Affiliation> affiliationEnded(Payload event) {
    LocalDate end = event.date("end");
    return new Revision<>(
        FactTable.AFFILIATION,
        List.of(event.text("affiliationId")),
        facts ->
            facts.stream()
                .map(fact -> new Fact<>(new Span(fact.valid().from(), end), fact.value()))
                .toList());
  }

  /** A month's latest word counts; a figure that is taken back leaves none. */
  private static Revision<ListSize> listSize(Payload event) {
    Span valid = Span.from(event.firstOfMonth("month"));
    ListSize size = new ListSize(event.number("patients"));
    List<Fact<ListSize>> facts = event.flag("void") ? List.of() : List.of(new Fact<>(valid, size));
    return new Revision<>(
        FactTable.LIST_SIZE,
        List.of(event.text("organisationId"), event.text("month")),
        _ -> facts);
  }

  private static Revision<Place> placeDefined(Payload event) {
    Place value = new Place(event.text("icsId"), event.text("name"), event.optionalText("partOf"));
    Span valid = Span.of(event.optionalDate("start"), null);
    return places(event, _ -> List.of(new Fact<>(valid, value)));
  }

  /** In early events without a day, the name held from the day on which it was told. */
  private static Revision<Place> placeRevised(Payload event) {
    String name = event.text("name");
    @Nullable LocalDate from = event.optionalDate("from");
    return places(
        event, facts -> from(from == null ? event.day() : from, facts, place -> place.named(name)));
  }

  private static Revision<Place> placeMoved(Payload event) {
    String ics = event.text("icsId");
    LocalDate from = event.date("from");
    return places(event, facts -> from(from, facts, place -> place.in(ics)));
  }

  /** What was said of days before the first falls away. */
  private static Revision<Place> placeStartCorrected(Payload event) {
    LocalDate start = event.date("start");
    return places(
        event,
        facts -> {
          List<Fact<Place>> after =
              facts.stream().filter(fact -> start.isBefore(fact.valid().to())).toList();
          return after.isEmpty() ? facts : beginningOn(start, after);
        });
  }

  /** What was said of days after the last falls away. */
  private static Revision<Place> placeClosed(Payload event, LocalDate end) {
    return places(
        event,
        facts -> {
          List<Fact<Place>> before =
              facts.stream().filter(fact -> fact.valid().from().isBefore(end)).toList();
          return before.isEmpty() ? facts : lastingUntil(end, before);
        });
  }

  private static Revision<Place> placeReopened(Payload event) {
    return places(event, facts -> lastingUntil(LocalDate.MAX, facts));
  }

  private static Revision<Place> places(Payload event, UnaryOperator<List<Fact<Place>>> change) {
    boolean first = event.event().type().equals("PlaceDefined");
    return new Revision<>(
        FactTable.PLACE,
        List.of(event.text("placeId")),
        facts -> {
          if (facts.isEmpty() && !first) {
            throw new Unappliable(event.event(), "the place was never defined");
          }
          return change.apply(facts.stream().sorted(BY_DAY).toList());
        });
  }

  /** Where it speaks from this day on, until the next day on which it speaks elsewhere. */
  private static Revision<LeadershipGroup> group(Payload event, String from) {
    LocalDate day = event.date(from);
    LeadershipGroup scope = new LeadershipGroup(event.text("icsId"), event.texts("placeIds"));
    return new Revision<>(
        FactTable.LEADERSHIP_GROUP,
        List.of(event.text("groupId")),
        facts -> {
          TreeMap<LocalDate, LeadershipGroup> scopes = new TreeMap<>();
          facts.forEach(fact -> scopes.put(fact.valid().from(), fact.value()));
          scopes.put(day, scope);
          return stretches(scopes, scopes.firstKey());
        });
  }

  /** The change holds from the day on, or from the first day there is. */
  private static List<Fact<Place>> from(
      LocalDate day, List<Fact<Place>> facts, UnaryOperator<Place> change) {
    LocalDate first = facts.getFirst().valid().from();
    LocalDate from = day.isBefore(first) ? first : day;
    List<Fact<Place>> changed = new ArrayList<>();
    for (Fact<Place> fact : facts) {
      Span valid = fact.valid();
      changed.add(new Fact<>(valid.until(from), fact.value()));
      LocalDate rest = valid.from().isBefore(from) ? from : valid.from();
      changed.add(new Fact<>(new Span(rest, valid.to()), change.apply(fact.value())));
    }
    return changed.stream().filter(fact -> !fact.valid().isEmpty()).toList();
  }

  private static List<Fact<Place>> beginningOn(LocalDate start, List<Fact<Place>> facts) {
    List<Fact<Place>> beginning = new ArrayList<>(facts);
    Fact<Place> first = facts.getFirst();
    beginning.set(0, new Fact<>(new Span(start, first.valid().to()), first.value()));
    return beginning;
  }

  private static List<Fact<Place>> lastingUntil(LocalDate end, List<Fact<Place>> facts) {
    List<Fact<Place>> lasting = new ArrayList<>(facts.subList(0, facts.size() - 1));
    Fact<Place> last = facts.getLast();
    lasting.add(new Fact<>(new Span(last.valid().from(), end), last.value()));
    return lasting;
  }
}
