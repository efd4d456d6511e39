package uk.onevoice.seeds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.onevoice.seeds.Agreements.Entry;

/** What general practice agrees, entered by those who may. */
final class AgreementEntries {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]+)}");
  private static final Pattern ANOTHER_DAY = Pattern.compile("day([+-]\\d+)");

  private final PublicApi api;
  private final Known known;
  private final Map<String, String> kept = new HashMap<>();

  AgreementEntries(PublicApi api, Known known) {
    this(api, known, Map.of());
  }

  private AgreementEntries(PublicApi api, Known known, Map<String, String> before) {
    this.api = api;
    this.known = known;
    kept.putAll(before);
  }

  void agreements() {
    enter(Agreements.read());
  }

  /** Goes on with what is agreed: a mandate that came into force by it is spoken under. */
  void roundMeetings() {
    Agreements entries = Agreements.roundMeetings();
    Entry first = entries.entries().getFirst();
    api.awaitHeard("mandates", first.by(), "/v1/meetings?placeId=" + known.place("Marl Valley"));
    enter(entries);
  }

  /** A bid cites a mandate, which relationships has to have heard of. */
  void opportunities() {
    Agreements entries = Agreements.opportunities();
    api.awaitHeard("mandates", entries.entries().getFirst().by(), "/v1/opportunities");
    enter(entries);
  }

  /** People of the other side, what was said and promised: for the team of a slot alone. */
  void relationships() {
    enter(Agreements.relationships());
    enter(Agreements.judgements());
    enter(Agreements.keyLists());
  }

  /** The half of general practice sits under what is agreed: it has to be known there. */
  void jointGroups() {
    Agreements entries = Agreements.jointGroups();
    api.awaitHeard(
        "mandates",
        entries.entries().getFirst().by(),
        "/v1/relationships/joint-groups?placeId=" + known.place("Marl Valley"));
    enter(entries);
  }

  /** One entry after the other; what one keeps is for those that follow. */
  void enter(List<Entry> entries) {
    entries.forEach(this::entry);
  }

  /** Two years, many streams at a time; each list by itself, as it happened. */
  void history() {
    History history = History.read();
    if (!known.day().isBefore(history.until())) {
      return;
    }
    HistoryEntries entries = new HistoryEntries(history, known.day());
    AgreementEntries first = new AgreementEntries(api, known, Map.of());
    first.enter(history.first());
    sideBySide(entries.mandates(), first.kept);
    String here = "placeId=" + known.place("Marl Valley");
    api.awaitHeard("mandates", "nadia.velloso", "/v1/meetings?" + here);
    api.awaitHeard("mandates", "nadia.velloso", "/v1/relationships/joint-groups?" + here);
    sideBySide(entries.all(), first.kept);
  }

  /**
   * @param before what entries before all of these have kept
   */
  private void sideBySide(List<List<Entry>> lists, Map<String, String> before) {
    Hands.sideBySide(
        lists.stream()
            .<Runnable>map(list -> () -> new AgreementEntries(api, known, before).enter(list))
            .toList());
  }

  private void enter(Agreements agreements) {
    if (LocalDate.now(ZoneId.of("Europe/London")).isBefore(agreements.until())) {
      agreements.entries().forEach(this::entry);
    }
  }

  private void entry(Entry entry) {
    JsonNode answer =
        entry.post() == null
            ? api.read(entry.by(), filled(Objects.requireNonNull(entry.get())))
            : api.post(
                entry.by(),
                filled(entry.post()),
                filled(entry.body()),
                entry.what(),
                recordedAt(entry));
    if (entry.keep() != null) {
      entry.keep().forEach((name, at) -> kept.put(name, answer.requiredAt(at).asText()));
    }
  }

  private @Nullable Instant recordedAt(Entry entry) {
    if (entry.ago() != null) {
      return Known.evening(day().minusDays(entry.ago()));
    }
    return entry.on() == null ? null : Known.evening(entry.on());
  }

  private JsonNode filled(@Nullable JsonNode body) {
    if (body == null) {
      return JsonNodeFactory.instance.objectNode();
    }
    if (body.isTextual()) {
      return TextNode.valueOf(filled(body.asText()));
    }
    if (body.isArray()) {
      var items = JsonNodeFactory.instance.arrayNode();
      body.forEach(item -> items.add(filled(item)));
      return items;
    }
    if (body.isObject()) {
      ObjectNode fields = JsonNodeFactory.instance.objectNode();
      body.properties().forEach(field -> fields.set(field.getKey(), filled(field.getValue())));
      return fields;
    }
    return body;
  }

  private String filled(String text) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(meant(found.group(1))));
  }

  private String meant(String name) {
    int colon = name.indexOf(':');
    if (colon < 0) {
      Matcher other = ANOTHER_DAY.matcher(name);
      if (other.matches()) {
        return day().plusDays(Long.parseLong(other.group(1))).toString();
      }
      return name.equals("tuesday")
          ? day().with(TemporalAdjusters.next(DayOfWeek.TUESDAY)).toString()
          : entered(name);
    }
    String called = name.substring(colon + 1);
    return switch (name.substring(0, colon)) {
      case "place" -> known.place(called);
      case "body" -> known.organisation(called);
      case "topic" -> known.topic(called);
      case "forum" -> known.forum(called);
      case "person" -> known.person(called);
      case "meeting" -> known.meeting(called);
      case "mandate" -> known.mandate(called);
      default -> throw new IllegalStateException("Nothing is called by " + name);
    };
  }

  /** The day is kept from an answer, so that a load that goes on tomorrow says the same. */
  private LocalDate day() {
    return kept.containsKey("day") ? LocalDate.parse(entered("day")) : known.day();
  }

  private String entered(String name) {
    return Objects.requireNonNull(kept.get(name), () -> name + " is not entered yet.");
  }
}
