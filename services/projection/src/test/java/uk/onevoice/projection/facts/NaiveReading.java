package uk.onevoice.projection.facts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.onevoice.messaging.HeardEvent;

/**
 * The measures once more, straight from the events and without any of the projection's code: what
 * the SQL is compared with. Slow, and meant to be read against measures' formulas.
 */
public final class NaiveReading {

  private record Said(HeardEvent event, JsonNode is) {
    String text(String field) {
      return is.path(field).asText();
    }

    LocalDate date(String field) {
      return LocalDate.parse(text(field));
    }

    LocalDate day() {
      return event.occurredAt().atZone(ZoneId.of("Europe/London")).toLocalDate();
    }
  }

  private final List<Said> known;
  private final LocalDate asOf;
  private final Map<List<String>, Object> found = new HashMap<>();

  private NaiveReading(List<Said> known, LocalDate asOf) {
    this.known = known;
    this.asOf = asOf;
  }

  public NaiveReading(List<HeardEvent> events, LocalDate asOf, Instant knownAt) {
    this(
        events.stream()
            .filter(event -> !event.recordedAt().isAfter(knownAt))
            .filter(event -> !RelationshipHistory.OF_MEASURES_ELSEWHERE.contains(event.type()))
            .map(event -> new Said(event, Payloads.of(event)))
            .toList(),
        asOf);
  }

  /** Finds each answer once, for all measures: these events and this day stay as they are. */
  @SuppressWarnings("unchecked")
  private <T> T once(Supplier<T> answer, String... question) {
    List<String> asked = List.of(question);
    Object before = found.get(asked);
    if (before == null) {
      before = answer.get();
      found.put(asked, before);
    }
    return (T) before;
  }

  /** Who a record is of: the record into which it was merged last, if that was not undone. */
  String person(String record) {
    String into = null;
    for (Said one : ofType("PersonMerged")) {
      into = one.text("personId").equals(record) ? one.text("into") : into;
    }
    boolean undone =
        ofType("PersonMergeUndone").stream().anyMatch(one -> one.text("personId").equals(record));
    return into == null || undone ? record : person(into);
  }

  /** Whether a leadership group speaks for a place: its body is there, and it says so that day. */
  boolean speaksFor(String group, String place) {
    TreeMap<LocalDate, Said> scopes = new TreeMap<>();
    for (Said one : known) {
      if (Set.of("GroupFormed", "GroupRevised").contains(one.event().type())
          && one.text("groupId").equals(group)) {
        scopes.put(one.date(one.is().has("start") ? "start" : "from"), one);
      }
    }
    var scope = scopes.floorEntry(asOf);
    if (scope == null || !registered().contains(group) || !open(group)) {
      return false;
    }
    List<String> places = new ArrayList<>();
    scope.getValue().is().path("placeIds").forEach(one -> places.add(one.asText()));
    return places().stream()
        .map(row -> row.split("\\|"))
        .filter(row -> row[0].equals(place))
        .anyMatch(row ->
            places.isEmpty()
                ? row[1].equals(scope.getValue().text("icsId"))
                : places.contains(row[3].equals("null") ? place : row[3]));
  }

  /** What the same events say of another day. */
  NaiveReading on(LocalDate day) {
    return new NaiveReading(known, day);
  }

  /** Every area of the kind that has a practice, with its row as text. */
  Map<String, String> structures(String areaKind) {
    Map<String, Set<String>> areas = new TreeMap<>();
    for (String practice : listed()) {
      switch (areaKind) {
        case "SUB_ICB" -> parents(practice, "COMMISSIONED_BY").forEach(put(areas, practice)::add);
        case "PLACE" -> inPlaces(practice).forEach(put(areas, practice)::add);
        case "NEIGHBOURHOOD" ->
            parents(practice, "NEIGHBOURHOOD").forEach(put(areas, practice)::add);
        case "PCN" -> parents(practice, "PCN_CORE").forEach(put(areas, practice)::add);
        case "ICS" -> icses(practice).forEach(put(areas, practice)::add);
        case "ALL" -> {
          if (!icses(practice).isEmpty()) {
            put(areas, practice).add("ALL");
          }
        }
        default -> throw new IllegalArgumentException(areaKind);
      }
    }
    Map<String, String> rows = new TreeMap<>();
    areas.forEach((area, practices) -> rows.put(area, structure(practices)));
    return rows;
  }

  /** The practices that an ICS has on another day, as far as they are listed on this one. */
  Set<String> listedIn(String ics, NaiveReading otherDay) {
    Set<String> practices = new TreeSet<>(listed());
    practices.removeIf(practice -> !otherDay.icses(practice).contains(ics));
    return practices;
  }

  /** An ICS with the practices that it has on another day: no row, or one. */
  List<String> footprint(String ics, NaiveReading otherDay) {
    Set<String> practices = listedIn(ics, otherDay);
    if (practices.isEmpty()) {
      return List.of();
    }
    String[] cells = structure(practices).split("\\|", -1);
    return List.of(String.join("|", cells[0], cells[1], cells[2], cells[8], cells[9], cells[10]));
  }

  private interface Adder {
    void add(String area);
  }

  private static Adder put(Map<String, Set<String>> areas, String practice) {
    return area -> areas.computeIfAbsent(area, _ -> new TreeSet<>()).add(practice);
  }

  private String structure(Set<String> practices) {
    Set<String> pcns = new HashSet<>();
    Set<String> subs = new HashSet<>();
    Set<String> federations = new HashSet<>();
    Set<String> lmcs = new HashSet<>();
    int withoutPcn = 0;
    int inFederation = 0;
    int withoutPlace = 0;
    for (String practice : practices) {
      pcns.addAll(parents(practice, "PCN_CORE"));
      subs.addAll(parents(practice, "COMMISSIONED_BY"));
      federations.addAll(parents(practice, "FEDERATION"));
      lmcs.addAll(parents(practice, "LMC"));
      withoutPcn += parents(practice, "PCN_CORE").isEmpty() ? 1 : 0;
      inFederation += parents(practice, "FEDERATION").isEmpty() ? 0 : 1;
      withoutPlace += inPlaces(practice).isEmpty() ? 1 : 0;
    }
    String month = month(practices);
    Long patients = null;
    int unknown = 0;
    for (String practice : practices) {
      Long size = month == null ? null : sizes(practice).get(month);
      if (size == null) {
        unknown++;
      } else {
        patients = (patients == null ? 0 : patients) + size;
      }
    }
    return row(
        practices.size(),
        pcns.size(),
        withoutPcn,
        subs.size(),
        federations.size(),
        inFederation,
        lmcs.size(),
        withoutPlace,
        patients,
        month,
        unknown);
  }

  /**
   * What a mandate is about on the day.
   *
   * @param id of the list; empty for own words, as the label is then
   */
  private record About(String id, String topic, String label) {}

  private About about(@Nullable String id, String words) {
    String next = id;
    while (next != null) {
      id = next;
      next = mergedInto(id);
    }
    String label = id == null ? null : topicLabel(id);
    return label == null
        ? new About("", words, "")
        : new About(Objects.requireNonNull(id), slug(label), label);
  }

  /** What a version of a mandate says, and what became of it by the day. */
  private record Version(
      String mandate,
      int number,
      String place,
      String holder,
      Set<About> topics,
      Set<String> boards,
      String state,
      @Nullable Integer reportBackDays) {
    String key() {
      return number == 1 ? mandate : mandate + "#" + number;
    }

    boolean isAt(String board) {
      return boards.isEmpty() || boards.contains(board);
    }
  }

  /** Those whose time has come and not gone on the day. */
  private List<Version> versions() {
    return once(this::findVersions, "versions");
  }

  private List<Version> findVersions() {
    List<Version> versions = new ArrayList<>();
    for (Said said : known) {
      if (!Set.of("MandateOpened", "VersionAsked").contains(said.event().type())) {
        continue;
      }
      boolean whole = said.is().has("terms");
      Said terms = whole ? new Said(said.event(), said.is().path("terms")) : said;
      String state = asOfState(said, whole);
      if (terms.date("start").isAfter(asOf) || !terms.date("end").isAfter(asOf) || state == null) {
        continue;
      }
      Set<About> topics = new HashSet<>();
      Set<String> boards = new HashSet<>();
      if (whole) {
        for (JsonNode topic : terms.is().path("topics")) {
          topics.add(about(topic.path("topicId").asText(), topic.path("topic").asText()));
        }
        terms.is().path("tables").forEach(table -> boards.add(table.path("label").asText()));
      } else {
        topics.add(about(maybe(said, "topicId"), said.text("topic")));
        if (said.is().hasNonNull("board")) {
          boards.add(said.text("board"));
        }
      }
      versions.add(
          new Version(
              said.text("mandateId"),
              number(said),
              said.text("placeId"),
              whole
                  ? terms.is().path("holder").path("organisationId").asText()
                  : said.text("holderId"),
              topics,
              boards,
              state,
              whole ? terms.is().path("reportBackDays").asInt() : null));
    }
    return versions;
  }

  /** Within how many days the practices of a mandate in force hear of a meeting of this day. */
  @Nullable Integer reportBackDays(String place, String mandate) {
    return versions().stream()
        .filter(version -> version.place().equals(place) && version.mandate().equals(mandate))
        .filter(version -> version.state().equals("LIVE"))
        .map(Version::reportBackDays)
        .findFirst()
        .orElse(null);
  }

  /** Who holds versions of this mandate of the place that are in force on the day. */
  Set<String> holdersInForce(String place, String mandate) {
    Set<String> holders = new TreeSet<>();
    versions().stream()
        .filter(version -> version.place().equals(place) && version.mandate().equals(mandate))
        .filter(version -> version.state().equals("LIVE"))
        .forEach(version -> holders.add(version.holder()));
    return holders;
  }

  private static int number(Said said) {
    return said.is().path("version").asInt(1);
  }

  /** The state said last among those that hold on the day; null for what is no more. */
  private @Nullable String asOfState(Said asked, boolean whole) {
    boolean everLive = !whole;
    String state = whole ? "ASKED" : "LIVE";
    for (Said said : known) {
      String type = said.event().type();
      if (!said.text("mandateId").equals(asked.text("mandateId"))) {
        continue;
      }
      if (number(said) > number(asked)) {
        boolean instead =
            (type.equals("VersionAsked") && !everLive)
                || (type.equals("MandateActivated") && !said.date("on").isAfter(asOf));
        state = instead ? null : state;
      } else if (number(said) == number(asked)) {
        everLive |= type.equals("MandateActivated");
        String then =
            switch (type) {
              case "MandateActivated", "SuspensionLifted" -> "LIVE";
              case "MandateSuspended" -> "SUSPENDED";
              case "MandateEnded" -> "ENDED";
              case "VersionWithdrawn" -> "";
              default -> null;
            };
        if (then != null && (then.isEmpty() || !said.date("on").isAfter(asOf))) {
          state = then.isEmpty() ? null : then;
        }
      }
    }
    return state;
  }

  /** What each version that is known is about: version, topic of the list, slug, label, table. */
  List<String> mandates() {
    List<String> rows = new ArrayList<>();
    for (Version version : versions()) {
      Set<String> boards = version.boards().isEmpty() ? Set.of("") : version.boards();
      for (About about : version.topics()) {
        for (String board : boards) {
          rows.add(
              row(
                  version.key(),
                  orNull(about.id()),
                  about.topic(),
                  orNull(about.label()),
                  orNull(board),
                  version.state()));
        }
      }
    }
    rows.sort(null);
    return rows;
  }

  private @Nullable String mergedInto(String topic) {
    String into = null;
    for (Said said : known) {
      if (said.is().path("topicId").asText().equals(topic)) {
        switch (said.event().type()) {
          case "TopicMerged" -> into = said.date("on").isAfter(asOf) ? null : said.text("into");
          case "TopicReinstated" -> into = null;
          default -> {}
        }
      }
    }
    return into;
  }

  private @Nullable String topicLabel(String topic) {
    TreeMap<LocalDate, String> names = new TreeMap<>();
    for (Said said : known) {
      if (said.is().path("topicId").asText().equals(topic)) {
        switch (said.event().type()) {
          case "TopicDefined" -> names.put(said.date("start"), said.text("label"));
          case "TopicRenamed" -> names.put(said.date("from"), said.text("label"));
          default -> {}
        }
      }
    }
    if (names.isEmpty()) {
      return null;
    }
    var name = names.floorEntry(asOf);
    return (name == null ? names.firstEntry() : name).getValue();
  }

  private static String slug(String label) {
    List<String> words = new ArrayList<>();
    for (String word : label.toLowerCase(java.util.Locale.ROOT).split("[^a-z0-9]")) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return String.join("-", words);
  }

  LocalDate day() {
    return asOf;
  }

  /** The listed practices of a PLACE, an ICS or a FEDERATION. */
  Set<String> practicesOf(String kind, String area) {
    Set<String> practices = new TreeSet<>();
    for (String practice : listed()) {
      Set<String> areas =
          switch (kind) {
            case "PLACE" -> inPlaces(practice);
            case "ICS" -> icses(practice);
            default -> parents(practice, kind);
          };
      if (areas.contains(area)) {
        practices.add(practice);
      }
    }
    return practices;
  }

  /** Whether a place, or the place whose neighbourhood it is, was there that day and in the ICS. */
  boolean liesIn(String id, String ics, LocalDate day) {
    Said place =
        ofType("PlaceDefined").stream()
            .filter(said -> said.text("placeId").equals(id))
            .findFirst()
            .orElse(null);
    if (place == null) {
      return false;
    }
    String partOf = maybe(place, "partOf");
    PlaceStory story = placeStory(place);
    PlaceStory whole =
        ofType("PlaceDefined").stream()
            .filter(other -> other.text("placeId").equals(partOf))
            .findFirst()
            .map(this::placeStory)
            .orElse(story);
    return story.open(day) && whole.open(day) && whole.on(day, whole.icses()).equals(ics);
  }

  /** M1: topic, table and class with practices, patients and practices without a list size. */
  List<String> mandateCoverage(NaiveArea area) {
    Set<String> practices = area.practices();
    String month = month(practices);
    List<Version> live =
        versions().stream()
            .filter(version -> area.hasMandate(version.place(), version.holder()))
            .filter(version -> version.state().equals("LIVE"))
            .toList();
    Set<List<String>> asked = new HashSet<>();
    live.forEach(version -> {
      Set<String> boards = version.boards().isEmpty() ? Set.of("") : version.boards();
      version
          .topics()
          .forEach(about ->
              boards.forEach(
                  board -> asked.add(List.of(about.id(), about.topic(), about.label(), board))));
    });
    List<String> rows = new ArrayList<>();
    for (List<String> one : asked) {
      List<Version> covering =
          live.stream()
              .filter(version ->
                  version.topics().contains(new About(one.get(0), one.get(1), one.get(2))))
              .filter(version -> version.isAt(one.get(3)))
              .toList();
      Map<String, Set<String>> holdersOf = new HashMap<>();
      covering.forEach(version ->
          holdersOf.computeIfAbsent(version.place(), _ -> new HashSet<>()).add(version.holder()));
      int holders = holdersOf.values().stream().mapToInt(Set::size).max().orElse(0);
      Map<String, Set<String>> classes = new HashMap<>();
      for (String practice : practices) {
        Set<String> answers = new HashSet<>();
        covering.forEach(version -> answers.add(Objects.toString(answer(version, practice))));
        String of =
            answers.contains("ConsentGranted")
                ? "GRANTED"
                : answers.contains("ConsentConditional")
                    ? "CONDITIONAL"
                    : answers.contains("ConsentDeclined") ? "DECLINED" : "NOT_ANSWERED";
        classes.computeIfAbsent(of, _ -> new TreeSet<>()).add(practice);
      }
      for (String of : List.of("GRANTED", "CONDITIONAL", "DECLINED", "NOT_ANSWERED")) {
        Set<String> in = classes.getOrDefault(of, Set.of());
        Long patients = in.isEmpty() && month != null ? 0L : null;
        int unknown = 0;
        for (String practice : in) {
          Long size = month == null ? null : sizes(practice).get(month);
          if (size == null) {
            unknown++;
          } else {
            patients = (patients == null ? 0 : patients) + size;
          }
        }
        rows.add(
            row(
                orNull(one.get(0)),
                one.get(1),
                orNull(one.get(2)),
                orNull(one.get(3)),
                of,
                in.size(),
                patients,
                unknown,
                holders,
                covering.stream().map(Version::mandate).distinct().sorted().toList()));
      }
    }
    rows.sort(null);
    return rows;
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  /** Of M1, topic and table with the practices that granted and all. */
  public List<String> joinedUp(String place) {
    Map<String, int[]> counts = new TreeMap<>();
    for (String row : mandateCoverage(new NaiveArea("PLACE", place, this))) {
      String[] cells = (place + "|" + row).split("\\|");
      // By topic in words, then by its id and by table, nulls first.
      String order =
          String.join("\t", cells[2], cells[1], cells[4], cells[3], cells[10])
              .replace("\tnull", "\t");
      int[] count = counts.computeIfAbsent(order, _ -> new int[2]);
      count[0] += cells[5].equals("GRANTED") ? Integer.parseInt(cells[6]) : 0;
      count[1] += Integer.parseInt(cells[6]);
    }
    return counts.entrySet().stream()
        .map(entry -> {
          String[] of = entry.getKey().split("\t", -1);
          int[] count = entry.getValue();
          return row(orNull(of[1]), of[0], orNull(of[3]), orNull(of[2]), of[4], count[0], count[1]);
        })
        .toList();
  }

  /** The answer recorded last among those that hold on the day. */
  private @Nullable String answer(Version version, String practice) {
    String answer = null;
    for (Said said : consents()) {
      if (said.text("mandateId").equals(version.mandate())
          && number(said) == version.number()
          && said.text("practiceId").equals(practice)
          && !said.date("on").isAfter(asOf)) {
        answer = said.event().type();
      }
    }
    return answer;
  }

  private List<Said> consents() {
    return once(
        () -> known.stream().filter(said -> said.event().type().startsWith("Consent")).toList(),
        "consents");
  }

  /** M2: slot, whether held, whether covered. */
  List<String> slotCoverage(NaiveArea area) {
    List<String> rows = new ArrayList<>();
    for (Said slot : slots()) {
      boolean held = false;
      boolean covered = false;
      for (Said opened : ofType("RelationshipOpened")) {
        String relationship = opened.text("relationshipId");
        boolean closed =
            ofType("RelationshipClosed").stream()
                .filter(said -> said.text("relationshipId").equals(relationship))
                .anyMatch(said -> !said.date("on").isAfter(asOf));
        if (opened.text("slotId").equals(slot.text("slotId"))
            && area.hasRelationshipFor(opened.text("actingFor"))
            && !opened.day().isAfter(asOf)
            && !closed) {
          held = true;
          covered |= talks().stream().anyMatch(recently(relationship));
        }
      }
      if (area.hasSlot(slot.text("placeId"), held)) {
        rows.add(
            row(
                slot.text("slotId"),
                slot.text("kind"),
                slot.text("organisationId"),
                held,
                covered,
                slot.text("placeId")));
      }
    }
    rows.sort(null);
    return rows;
  }

  /** By what was said last that speaks of the day: that it is a slot, or is none from a day on. */
  private List<Said> slots() {
    Map<String, Said> slots = new TreeMap<>();
    for (Said said : known) {
      if (said.event().type().equals("SlotDefined") && !said.day().isAfter(asOf)) {
        slots.put(said.text("slotId"), said);
      } else if (said.event().type().equals("SlotWithdrawn") && !said.date("on").isAfter(asOf)) {
        slots.remove(said.text("slotId"));
      }
    }
    return List.copyOf(slots.values());
  }

  /** Without those that were taken back; one that is corrected is logged again. */
  private List<Said> talks() {
    Map<String, Said> talks = new TreeMap<>();
    for (Said said : known) {
      switch (said.event().type()) {
        case "ContactLogged" ->
            talks.put(
                said.is().has("contactId") ? said.text("contactId") : said.event().id().toString(),
                said);
        case "ContactWithdrawn" -> talks.remove(said.text("contactId"));
        default -> {}
      }
    }
    return List.copyOf(talks.values());
  }

  /** Whether a mandate is in force on the day, in any version. */
  boolean inForce(String mandate) {
    return versions().stream()
        .anyMatch(version -> version.mandate().equals(mandate) && version.state().equals("LIVE"));
  }

  /** Those of an area's slots that somebody holds. */
  Set<String> organisationsWithARelationship(NaiveArea area) {
    Set<String> organisations = new TreeSet<>();
    for (String row : slotCoverage(area)) {
      String[] cells = row.split("\\|");
      if (cells[3].equals("true")) {
        organisations.add(cells[2]);
      }
    }
    return organisations;
  }

  private Predicate<Said> recently(String relationship) {
    return contact -> {
      long days = asOf.toEpochDay() - contact.date("on").toEpochDay();
      return contact.text("relationshipId").equals(relationship)
          && contact.is().path("twoWay").asBoolean()
          && days >= 0
          && days <= 90;
    };
  }

  /** M14: level, practices, their patients, and who of them has no list size. */
  List<String> ambition(NaiveArea area) {
    Set<String> practices = area.practices();
    if (practices.isEmpty()) {
      return List.of();
    }
    String month = month(practices);
    Map<String, Set<String>> classes = new TreeMap<>();
    for (String practice : practices) {
      classes.computeIfAbsent(level(practice, area), _ -> new TreeSet<>()).add(practice);
    }
    List<String> rows = new ArrayList<>();
    for (String level : List.of("0", "1", "2", "3", "4", "NONE")) {
      Set<String> at = classes.getOrDefault(level, Set.of());
      rows.add(
          row(
              level,
              at.size(),
              at.isEmpty() && month != null ? Long.valueOf(0) : patients(at, month),
              at.stream().filter(practice -> size(practice, month) == null).count()));
    }
    return rows;
  }

  private String level(String practice, NaiveArea area) {
    Map<String, Integer> levels = new HashMap<>();
    for (Said said : known) {
      String agreement = said.is().path("agreementId").asText();
      if (agreement.endsWith("-" + practice)
          && area.hasAgreement(agreement)
          && said.is().has("on")) {
        boolean passed = !said.date("on").isAfter(asOf);
        if (passed && said.event().type().equals("AmbitionSigned")) {
          levels.put(agreement, said.is().path("level").asInt());
        } else if (passed && said.event().type().equals("AmbitionEnded")) {
          levels.remove(agreement);
        }
      }
    }
    return levels.values().stream().max(Integer::compare).map(String::valueOf).orElse("NONE");
  }

  /**
   * M14: asks due, acted on, and those of which nothing is said.
   *
   * @param on this history on another day
   */
  String followThrough(NaiveArea area, Function<LocalDate, NaiveReading> on) {
    int due = 0;
    int acted = 0;
    int notSaid = 0;
    for (Said ask : ofType("AskRecorded")) {
      LocalDate day = ask.date("due");
      long days = asOf.toEpochDay() - day.toEpochDay();
      if (days < 0 || days >= 365) {
        continue;
      }
      NaiveReading then = on.apply(day);
      String agreement = ask.text("agreementId");
      if (!then.asked(ask.text("practiceId"), agreement, area) || !then.holds(agreement)) {
        continue;
      }
      due++;
      Boolean outcome = null;
      for (Said said : ofType("FollowThroughRecorded")) {
        if (said.text("agreementId").equals(agreement)
            && said.text("askId").equals(ask.text("askId"))
            && !said.date("on").isAfter(asOf)) {
          outcome = said.is().path("acted").asBoolean();
        }
      }
      if (outcome == null) {
        notSaid++;
      } else if (outcome) {
        acted++;
      }
    }
    return row(due, acted, notSaid);
  }

  private boolean asked(String practice, String agreement, NaiveArea area) {
    return switch (area.kind()) {
      case "PLACE" -> parents(practice, "PLACE").contains(area.id());
      case "ICS" ->
          (area.isOfAnotherDay() ? on(area.footprint()) : this).icses(practice).contains(area.id());
      default -> area.hasAgreement(agreement);
    };
  }

  private boolean holds(String agreement) {
    boolean holds = false;
    for (Said said : known) {
      if (said.is().path("agreementId").asText().equals(agreement)
          && Set.of("AmbitionSigned", "AmbitionEnded").contains(said.event().type())
          && !said.date("on").isAfter(asOf)) {
        holds = said.event().type().equals("AmbitionSigned");
      }
    }
    return holds;
  }

  /** M9: topic, pairs of positions that contradict each other, and since when. */
  List<String> contradictions(NaiveArea area) {
    Set<String> positions = new TreeSet<>();
    ofType("PositionPublished").forEach(said -> positions.add(said.text("positionId")));
    Map<String, Integer> pairs = new TreeMap<>();
    Map<String, LocalDate> since = new TreeMap<>();
    for (String yes : positions) {
      for (String no : positions) {
        Said one = published(yes);
        Said other = published(no);
        if (one == null
            || other == null
            || !one.text("topicId").equals(other.text("topicId"))
            || !(area.has(one.text("placeId"), asOf) || area.has(other.text("placeId"), asOf))) {
          continue;
        }
        for (JsonNode stance : one.is().path("stances")) {
          String option = stance.path("optionId").asText();
          LocalDate from = saying(yes, option, "FOR");
          LocalDate to = saying(no, option, "AGAINST");
          if (from != null && to != null) {
            pairs.merge(one.text("topicId"), 1, Integer::sum);
            since.merge(
                one.text("topicId"), from.isAfter(to) ? from : to, (a, b) -> a.isBefore(b) ? a : b);
          }
        }
      }
    }
    return pairs.entrySet().stream()
        .map(entry -> row(entry.getKey(), entry.getValue(), since.get(entry.getKey())))
        .toList();
  }

  /** What the position says in public on the day. */
  private @Nullable Said published(String position) {
    Said latest = null;
    for (Said said : known) {
      if (said.is().path("positionId").asText().equals(position)
          && !said.date("on").isAfter(asOf)) {
        latest = said.event().type().equals("PositionPublished") ? said : null;
      }
    }
    return latest;
  }

  /** Since when the position has said so without a break; null when it does not. */
  private @Nullable LocalDate saying(String position, String option, String stance) {
    LocalDate since = null;
    for (Said said : known) {
      if (said.is().path("positionId").asText().equals(position)
          && !said.date("on").isAfter(asOf)) {
        boolean says = false;
        for (JsonNode one : said.is().path("stances")) {
          says |=
              one.path("optionId").asText().equals(option)
                  && one.path("stance").asText().equals(stance);
        }
        since = !says ? null : since == null ? said.date("on") : since;
      }
    }
    return since;
  }

  private Set<String> listed() {
    return once(() -> Collections.unmodifiableSet(findListed()), "listed");
  }

  private Set<String> findListed() {
    Map<String, LocalDate> last = new HashMap<>();
    Map<String, Boolean> state = new TreeMap<>();
    for (Said said : known) {
      String type = said.event().type();
      if (!type.equals("PracticeListed") && !type.equals("PracticeDelisted")) {
        continue;
      }
      String practice = said.text("organisationId");
      LocalDate from = said.date("from");
      LocalDate before = last.get(practice);
      if (!from.isAfter(asOf) && (before == null || !from.isBefore(before))) {
        last.put(practice, from);
        state.put(practice, type.equals("PracticeListed"));
      }
    }
    state.values().removeIf(is -> !is);
    return state.keySet();
  }

  private Set<String> icses(String practice) {
    Set<String> icses = new TreeSet<>();
    for (String sub : parents(practice, "COMMISSIONED_BY")) {
      icses.addAll(parents(sub, "COMMISSIONED_BY"));
    }
    return icses;
  }

  private Set<String> parents(String member, String kind) {
    return once(
        () -> Collections.unmodifiableSet(findParents(member, kind)), "parents", member, kind);
  }

  private Set<String> findParents(String member, String kind) {
    Map<String, Said> latest = new HashMap<>();
    Map<String, LocalDate> ends = new HashMap<>();
    for (Said said : known) {
      if (!said.event().stream().equals("affiliations-" + member)) {
        continue;
      }
      String id = said.text("affiliationId");
      if (said.event().type().equals("AffiliationEnded")) {
        ends.put(id, said.date("end"));
      } else {
        latest.put(id, said);
        ends.remove(id);
        if (said.is().hasNonNull("end")) {
          ends.put(id, said.date("end"));
        }
      }
    }
    Set<String> parents = new TreeSet<>();
    latest.forEach((id, said) -> {
      LocalDate end = ends.get(id);
      if (said.text("kind").equals(kind)
          && !said.is().path("void").asBoolean()
          && !said.date("start").isAfter(asOf)
          && (end == null || end.isAfter(asOf))) {
        parents.add(said.text("parentId"));
      }
    });
    return parents;
  }

  private @Nullable String month(Set<String> practices) {
    String latest = null;
    for (String practice : practices) {
      for (String month : sizes(practice).keySet()) {
        if (!LocalDate.parse(month + "-01").isAfter(asOf)
            && (latest == null || month.compareTo(latest) > 0)) {
          latest = month;
        }
      }
    }
    return latest;
  }

  private Map<String, Long> sizes(String practice) {
    return once(() -> Collections.unmodifiableMap(findSizes(practice)), "sizes", practice);
  }

  private Map<String, Long> findSizes(String practice) {
    Map<String, Long> sizes = new HashMap<>();
    for (Said said : ofType("ListSizePublished")) {
      if (said.text("organisationId").equals(practice)) {
        if (said.is().path("void").asBoolean()) {
          sizes.remove(said.text("month"));
        } else {
          sizes.put(said.text("month"), said.is().path("patients").asLong());
        }
      }
    }
    return sizes;
  }

  /** What was said of a body as of a day. */
  private record Entry(
      @Nullable String ods,
      String name,
      List<String> kinds,
      @Nullable String postcode,
      String status,
      @Nullable String sector) {
    Entry named(String other) {
      return new Entry(ods, other, kinds, postcode, status, sector);
    }

    Entry in(String other) {
      return new Entry(ods, name, kinds, postcode, status, other);
    }
  }

  /** Every body: code, name, kinds, postcode, status, sector, open. */
  List<String> organisations() {
    List<String> rows = new ArrayList<>();
    for (String id : registered()) {
      Entry entry = entry(id);
      rows.add(
          row(
              id,
              entry.ods(),
              entry.name(),
              entry.kinds(),
              entry.postcode(),
              entry.status(),
              entry.sector(),
              open(id)));
    }
    rows.sort(null);
    return rows;
  }

  private Set<String> registered() {
    Set<String> ids = new TreeSet<>();
    ofType("OrganisationRegistered").forEach(said -> ids.add(said.text("organisationId")));
    return ids;
  }

  private Entry entry(String id) {
    TreeMap<LocalDate, Entry> entries = new TreeMap<>();
    for (Said said : known) {
      if (!said.text("organisationId").equals(id)) {
        continue;
      }
      switch (said.event().type()) {
        case "OrganisationRegistered" -> {
          LocalDate day = said.is().hasNonNull("start") ? said.date("start") : said.day();
          entries.put(
              said.is().hasNonNull("release") ? said.date("release") : day,
              read(said, maybe(said, "odsCode"), maybe(said, "sector")));
        }
        case "OdsRecordAccepted" -> {
          Entry before = on(entries, said.date("release"));
          entries.put(said.date("release"), read(said, before.ods(), before.sector()));
        }
        case "OrganisationRenamed" ->
            entries.put(said.date("from"), on(entries, said.date("from")).named(said.text("name")));
        case "SectorSet" -> entries.replaceAll((_, entry) -> entry.in(said.text("sector")));
        default -> {}
      }
    }
    return on(entries, asOf);
  }

  private static Entry read(Said said, @Nullable String ods, @Nullable String sector) {
    List<String> kinds = new ArrayList<>();
    said.is().path("kinds").forEach(kind -> kinds.add(kind.asText()));
    return new Entry(
        ods, said.text("name"), kinds, maybe(said, "postcode"), said.text("status"), sector);
  }

  private static @Nullable String maybe(Said said, String field) {
    return said.is().hasNonNull(field) ? said.text(field) : null;
  }

  private static Entry on(TreeMap<LocalDate, Entry> entries, LocalDate day) {
    var entry = entries.floorEntry(day);
    return (entry == null ? entries.firstEntry() : entry).getValue();
  }

  /** From and to, both may be far away. */
  private record Stretch(LocalDate from, LocalDate to) {}

  private boolean open(String id) {
    List<Stretch> stretches = new ArrayList<>();
    for (Said said : known) {
      String type = said.event().type();
      if (!said.text("organisationId").equals(id)) {
        continue;
      }
      if (type.equals("OrganisationRegistered")
          || type.equals("OdsRecordAccepted") && !said.is().path("historic").asBoolean()) {
        LocalDate end = said.is().hasNonNull("end") ? said.date("end") : LocalDate.MAX;
        LocalDate start = said.is().hasNonNull("start") ? said.date("start") : LocalDate.MIN;
        boolean cameBack = stretches.size() > 1;
        LocalDate from = cameBack ? stretches.getLast().from() : start;
        if (!stretches.isEmpty()) {
          stretches.removeLast();
        }
        stretches.add(new Stretch(from, end));
      } else if (type.equals("OrganisationClosed")) {
        cut(stretches, said.date("end"));
      } else if (type.equals("OrganisationReopened")) {
        cut(stretches, said.date("from"));
        stretches.add(new Stretch(said.date("from"), LocalDate.MAX));
      }
      stretches.removeIf(one -> !one.from().isBefore(one.to()));
    }
    return stretches.stream().anyMatch(one -> !one.from().isAfter(asOf) && one.to().isAfter(asOf));
  }

  private static void cut(List<Stretch> stretches, LocalDate day) {
    stretches.replaceAll(one -> one.to().isAfter(day) ? new Stretch(one.from(), day) : one);
  }

  /** ICS, body, kind, sector. */
  List<String> partners() {
    Set<String> rows = new TreeSet<>();
    for (String id : registered()) {
      Entry entry = entry(id);
      for (String kind : entry.kinds()) {
        if (open(id) && (kind.equals("TRUST") || kind.equals("COUNCIL"))) {
          parents(id, "GEOGRAPHY").forEach(ics -> rows.add(row(ics, id, kind, entry.sector())));
        }
      }
    }
    return List.copyOf(rows);
  }

  /** The trusts of an ICS by what they mainly do. */
  public Map<String, Integer> trustSectors(String ics) {
    Map<String, Integer> sectors = new TreeMap<>();
    for (String row : partners()) {
      String[] cells = row.split("\\|");
      if (cells[0].equals(ics) && cells[2].equals("TRUST")) {
        sectors.merge(cells[3].equals("null") ? "UNKNOWN" : cells[3], 1, Integer::sum);
      }
    }
    return sectors;
  }

  /** What is said of a place from a day on, until something else is. */
  private record Word(LocalDate from, String value) {}

  private record PlaceStory(
      List<Word> names, List<Word> icses, @Nullable LocalDate end, LocalDate start) {
    boolean open(LocalDate day) {
      return !day.isBefore(start) && (end == null || day.isBefore(end));
    }

    String on(LocalDate day, List<Word> words) {
      LocalDate asked = end == null || day.isBefore(end) ? day : end.minusDays(1);
      String value = words.getFirst().value();
      for (Word word : words) {
        value = word.from().isAfter(asked) ? value : word.value();
      }
      return value;
    }
  }

  private PlaceStory placeStory(Said defined) {
    LocalDate start = defined.date("start");
    List<Word> names = new ArrayList<>(List.of(new Word(start, defined.text("name"))));
    List<Word> icses = new ArrayList<>(List.of(new Word(start, defined.text("icsId"))));
    LocalDate end = null;
    for (Said said : known) {
      if (!said.is().path("placeId").asText().equals(defined.text("placeId"))) {
        continue;
      }
      switch (said.event().type()) {
        case "PlaceRevised" -> {
          LocalDate told = said.is().hasNonNull("from") ? said.date("from") : said.day();
          LocalDate from = told.isBefore(start) ? start : told;
          names.removeIf(word -> !word.from().isBefore(from));
          names.add(new Word(from, said.text("name")));
        }
        case "PlaceMoved" -> {
          LocalDate from = said.date("from");
          icses.removeIf(word -> !word.from().isBefore(from));
          icses.add(new Word(from, said.text("icsId")));
        }
        case "PlaceClosed", "PlaceMerged" -> {
          LocalDate last = said.date(said.event().type().equals("PlaceClosed") ? "end" : "on");
          names.removeIf(word -> !word.from().isBefore(last));
          icses.removeIf(word -> !word.from().isBefore(last));
          end = last;
        }
        case "PlaceReopened" -> end = null;
        case "PlaceStartCorrected" -> {
          LocalDate first = said.date("start");
          names = since(first, names);
          icses = since(first, icses);
          start = first;
        }
        default -> {}
      }
    }
    return new PlaceStory(names, icses, end, start);
  }

  /** The word of that day, said of it; words of days before it are gone. */
  private static List<Word> since(LocalDate first, List<Word> words) {
    Word then = words.getFirst();
    List<Word> later = new ArrayList<>();
    for (Word word : words) {
      if (word.from().isAfter(first) && word != words.getFirst()) {
        later.add(word);
      } else {
        then = word;
      }
    }
    later.addFirst(new Word(first, then.value()));
    return later;
  }

  /** Place, ICS, name of the day, the place it is part of, whether it is there on the day. */
  List<String> places() {
    List<String> rows = new ArrayList<>();
    for (Said place : ofType("PlaceDefined")) {
      PlaceStory story = placeStory(place);
      String partOf = maybe(place, "partOf");
      PlaceStory whole =
          ofType("PlaceDefined").stream()
              .filter(other -> other.text("placeId").equals(partOf))
              .findFirst()
              .map(this::placeStory)
              .orElse(story);
      rows.add(
          row(
              place.text("placeId"),
              whole.on(asOf, whole.icses()),
              story.on(asOf, story.names()),
              partOf,
              story.open(asOf)));
    }
    rows.sort(null);
    return rows;
  }

  /** Where it lies, as far as that is a place that has not closed and has begun. */
  private Set<String> inPlaces(String practice) {
    return once(() -> Collections.unmodifiableSet(findPlaces(practice)), "places", practice);
  }

  private Set<String> findPlaces(String practice) {
    Set<String> places = new TreeSet<>(parents(practice, "PLACE"));
    for (Said place : ofType("PlaceDefined")) {
      if (!placeStory(place).open(asOf)) {
        places.remove(place.text("placeId"));
      }
    }
    return places;
  }

  /**
   * 5.1: area, federation or null for any, practices in it and of all, their patients and those of
   * all, the month, and who of both has no list size.
   */
  List<String> federationShare(String areaKind) {
    Map<String, Set<String>> areas = new TreeMap<>();
    for (String practice : listed()) {
      Set<String> in =
          switch (areaKind) {
            case "PLACE" -> inPlaces(practice);
            case "NEIGHBOURHOOD" -> parents(practice, "NEIGHBOURHOOD");
            case "PCN" -> parents(practice, "PCN_CORE");
            case "ICS" -> icses(practice);
            default -> throw new IllegalArgumentException(areaKind);
          };
      in.forEach(put(areas, practice)::add);
    }
    List<String> rows = new ArrayList<>();
    areas.forEach((area, practices) -> {
      Map<String, Set<String>> joined = new TreeMap<>();
      Set<String> any = new TreeSet<>();
      for (String practice : practices) {
        for (String federation : parents(practice, "FEDERATION")) {
          joined.computeIfAbsent(federation, _ -> new TreeSet<>()).add(practice);
          any.add(practice);
        }
      }
      String month = month(practices);
      rows.add(share(area, null, any, practices, month));
      joined.forEach((one, members) -> rows.add(share(area, one, members, practices, month)));
    });
    rows.sort(null);
    return rows;
  }

  private String share(
      String area,
      @Nullable String federation,
      Set<String> some,
      Set<String> all,
      @Nullable String month) {
    return row(
        area,
        federation,
        some.size(),
        all.size(),
        some.isEmpty() && month != null ? Long.valueOf(0) : patients(some, month),
        patients(all, month),
        month,
        some.stream().filter(practice -> size(practice, month) == null).count(),
        all.stream().filter(practice -> size(practice, month) == null).count());
  }

  private @Nullable Long size(String practice, @Nullable String month) {
    return month == null ? null : sizes(practice).get(month);
  }

  private @Nullable Long patients(Set<String> practices, @Nullable String month) {
    Long sum = null;
    for (String practice : practices) {
      Long size = size(practice, month);
      sum = size == null ? sum : Long.valueOf((sum == null ? 0 : sum) + size);
    }
    return sum;
  }

  /** Each ICS of the list of all: code, name, open, and its figures. */
  public List<String> icses() {
    List<String> rows = new ArrayList<>();
    for (String id : registered()) {
      if (listedIcs(id)) {
        String[] cells = cells(structures("ICS").get(id));
        rows.add(
            row(
                id,
                entry(id).name(),
                open(id),
                cells[0],
                cells[1],
                cells[2],
                cells[3],
                partners(id, "TRUST"),
                partners(id, "COUNCIL"),
                cells[8],
                cells[9],
                cells[10]));
      }
    }
    return rows;
  }

  /** All ICSs together: a body counts once, patients as in the ICSs. */
  public String totals() {
    List<String> all = registered().stream().filter(this::listedIcs).toList();
    String[] cells = cells(structures("ALL").get("ALL"));
    Long patients = null;
    Set<String> months = new HashSet<>();
    int unknown = 0;
    for (String id : all) {
      String[] one = cells(structures("ICS").get(id));
      if (!one[8].equals("null")) {
        patients = (patients == null ? 0 : patients) + Long.parseLong(one[8]);
      }
      if (!one[9].equals("null")) {
        months.add(one[9]);
      }
      unknown += one[10].equals("null") ? 0 : Integer.parseInt(one[10]);
    }
    return row(
        all.size(),
        cells[0],
        cells[1],
        cells[2],
        cells[3],
        partners(null, "TRUST"),
        partners(null, "COUNCIL"),
        patients,
        months.size() == 1 ? months.iterator().next() : null,
        cells[0].equals("null") ? null : unknown);
  }

  private boolean listedIcs(String id) {
    return entry(id).kinds().contains("ICB") && (open(id) || structures("ICS").containsKey(id));
  }

  private static String[] cells(@Nullable String structure) {
    return (structure == null ? "null|".repeat(11) : structure).split("\\|");
  }

  private @Nullable Long partners(@Nullable String ics, String kind) {
    long count =
        partners().stream()
            .map(row -> row.split("\\|"))
            .filter(cells -> (ics == null || cells[0].equals(ics)) && cells[2].equals(kind))
            .map(cells -> cells[1])
            .distinct()
            .count();
    return count == 0 ? null : count;
  }

  private List<Said> ofType(String type) {
    return once(
        () -> known.stream().filter(said -> said.event().type().equals(type)).toList(),
        "type",
        type);
  }

  public static String row(@Nullable Object... cells) {
    StringBuilder row = new StringBuilder();
    for (Object cell : cells) {
      row.append(row.isEmpty() ? "" : "|").append(cell);
    }
    return row.toString();
  }
}
