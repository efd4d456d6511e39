package uk.onevoice.web.pages;

import static java.util.Map.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.PeopleRights.Erasure;
import uk.onevoice.web.api.PeopleRights.Export;
import uk.onevoice.web.api.PeopleRights.Mention;
import uk.onevoice.web.api.PeopleRights.Mentions;
import uk.onevoice.web.api.PeopleRights.Part;
import uk.onevoice.web.api.PeopleRights.Request;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Grid.Cell;
import uk.onevoice.web.ui.Grid.Column;
import uk.onevoice.web.ui.Words;

/** What is kept about a person, and what became of what they asked for, in plain words. */
final class RecordView {
  static final List<Choice> RIGHTS =
      List.of(
          new Choice("CORRECTION", "Correct something", "Say what is wrong, and what is right"),
          new Choice("ERASURE", "Erase what is kept about me", "You cannot sign in after that"),
          new Choice("RESTRICTION", "Stop showing it to others", "It stays, and only you see it"));

  private static final Map<String, String> PARTS =
      Map.of(
          "organisations", "People and roles",
          "relationships", "Key relationships",
          "meetings", "Meetings",
          "mandates", "Mandates");

  private static final Map<String, String> KINDS =
      Map.ofEntries(
          entry("person-name", "Name"),
          entry("item-title", "Title of something on an agenda"),
          entry("group-interest", "Interest declared in a leadership group"),
          entry("group-terms", "Terms of reference of a leadership group"),
          entry("rights-request", "What was written with a request"),
          entry("counterpart", "What leaders of general practice know of you"),
          entry("talk", "What was said in a talk with you"),
          entry("joint-group-name", "What you are called in a joint group"),
          entry("relationship-ledger", "What was wanted, asked, promised or done"),
          entry("judgement", "What leaders of general practice think of you"),
          entry("judgement-words", "Why they think so"),
          entry("test-evidence", "What has shown between you and general practice"),
          entry("recommendation", "Why you were recommended to them"),
          entry("acquaintance", "Whom you know, as they see it"),
          entry("key-reason", "Why a leader wants to keep in touch with you"),
          entry("counter-statement", "Your own view"));

  /** The id by which a service finds whom it keeps something about; nothing to read. */
  private static final Pattern ID = Pattern.compile(" ?\\[[0-9a-f-]{36}]");

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Map<String, String> KNOWN_OF_SOMEBODY =
      Map.of(
          "name", "Name",
          "roleTitle", "Role",
          "inRoleSince", "Since",
          "sitsOn", "Sits on",
          "signsFor", "Can sign for",
          "authority", "Authority to agree",
          "checkedOn", "Checked on");

  private static final Map<String, String> EVENTS =
      Map.of(
          "PersonRegistered", "Registered here",
          "IdentityLinked", "Sign-in linked",
          "RoleAppointed", "Role taken on",
          "RoleEnded", "Role ended",
          "AttendanceRecorded", "Noted as present at a meeting",
          "RelationshipOpened", "Holder of a key relationship",
          "RightRequested", "Asked for something on this page",
          "ExportRequested", "Asked for all that is kept",
          "ExportReady", "Copy made ready",
          "PersonErased", "Erased");

  private RecordView() {}

  /**
   * One part of the service.
   *
   * @param answered false when it does not answer just now
   * @param about entries that speak of the person
   * @param moreAbout where there are more of them; null when these are all
   * @param entered what the person entered about something else
   * @param moreEntered where there is more of it; null when this is all
   */
  record PartView(
      String service,
      String name,
      boolean answered,
      List<WordsView> words,
      @Nullable Grid about,
      @Nullable String moreAbout,
      @Nullable Grid entered,
      @Nullable String moreEntered) {}

  record WordsView(
      String ref, String kind, String words, String written, boolean restricted, boolean ownView) {
    /** The field for one's own view, among those of all words on the page. */
    public String viewField() {
      return "view-" + ref;
    }
  }

  record RequestView(
      String id, String right, @Nullable String words, String asked, String state, boolean open) {}

  record ExportView(String asked, String state, @Nullable String href) {}

  static List<PartView> parts(List<Records.Answer> answers) {
    return answers.stream().map(RecordView::part).toList();
  }

  private static PartView part(Records.Answer answer) {
    var about = answer.about();
    var entered = answer.entered();
    String name = part(answer.service());
    if (about == null || entered == null) {
      return new PartView(answer.service(), name, false, List.of(), null, null, null, null);
    }
    return new PartView(
        answer.service(),
        name,
        true,
        about.words().stream()
            .map(words ->
                new WordsView(
                    words.wordsRef(),
                    kind(words.kind()),
                    readable(words.kind(), words.words()),
                    "Written at "
                        + Words.time(words.writtenAt())
                        + (words.rectifiedAt() == null
                            ? ""
                            : ", corrected at " + Words.time(words.rectifiedAt())),
                    words.restricted(),
                    words.beside() != null))
            .toList(),
        grid("What speaks of you in " + name, about.mentions()),
        more(answer.service(), Records.Only.ABOUT, about.mentions()),
        grid("What you entered in " + name, entered.mentions()),
        more(answer.service(), Records.Only.ENTERED, entered.mentions()));
  }

  static String part(String service) {
    return PARTS.getOrDefault(service, service);
  }

  /** What a page of entries is called. */
  static String heading(String service, Records.Only only) {
    String what =
        switch (only) {
          case ABOUT -> "What speaks of you";
          case ENTERED -> "What you have entered";
        };
    return what + ": " + part(service).toLowerCase(Locale.UK);
  }

  /** Where the entries go on; null where they do not. */
  static @Nullable String more(String service, Records.Only only, Mentions mentions) {
    return mentions.next() == null
        ? null
        : "/your-record/entries/"
            + service
            + "?only="
            + only
            + "&after="
            + Segment.of(mentions.next());
  }

  /** Null where there is nothing to show. */
  static @Nullable Grid grid(String caption, Mentions page) {
    List<Mention> mentions = page.items();
    if (mentions.isEmpty()) {
      return null;
    }
    return new Grid(
        caption,
        List.of(new Column("What", false), new Column("When", false), new Column("How", false)),
        mentions.stream()
            .map(mention ->
                List.of(
                    new Cell(event(mention.type())),
                    new Cell(Words.time(mention.occurredAt())),
                    new Cell(mention.part().equals("ACTED") ? "Entered by you" : "Speaks of you")))
            .toList());
  }

  /** What a team knows of somebody is kept in fields; the person reads it in words. */
  static String readable(String kind, String words) {
    if (List.of("judgement", "acquaintance").contains(kind)) {
      return ID.matcher(words).replaceAll("");
    }
    if (!kind.equals("counterpart")) {
      return words;
    }
    try {
      var parts = new ArrayList<String>();
      JsonNode fields = JSON.readTree(words);
      for (var field : fields.properties()) {
        String called = KNOWN_OF_SOMEBODY.get(field.getKey());
        if (called != null && !field.getValue().isNull()) {
          parts.add(called + ": " + text(field.getKey(), field.getValue().asText()));
        }
      }
      for (JsonNode earlier : fields.path("earlierRoles")) {
        parts.add("Before: " + earlier.path("roleTitle").asText());
      }
      return parts.isEmpty() ? words : String.join(". ", parts);
    } catch (JsonProcessingException correctedInWords) {
      return words;
    }
  }

  private static String text(String field, String value) {
    return switch (field) {
      case "authority" -> value.replace('_', ' ').toLowerCase(Locale.UK);
      case "inRoleSince", "checkedOn" -> Words.day(LocalDate.parse(value));
      default -> value;
    };
  }

  /** A kind or an event that has no words of its own here is written with spaces. */
  private static String kind(String kind) {
    return KINDS.getOrDefault(kind, Words.sentence(kind.replace('-', ' ')));
  }

  private static String event(String type) {
    return EVENTS.getOrDefault(
        type, Words.sentence(type.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.UK)));
  }

  static List<RequestView> requests(List<Request> requests) {
    return requests.stream()
        .map(request ->
            new RequestView(
                request.requestId(),
                right(request.right()),
                request.words(),
                Words.time(request.requestedAt()),
                state(request),
                request.outcome() == null))
        .toList();
  }

  static String right(String right) {
    return switch (right) {
      case "CORRECTION" -> "A correction";
      case "ERASURE" -> "Erasure";
      case "RESTRICTION" -> "No longer showing it to others";
      default -> right;
    };
  }

  private static String state(Request request) {
    if (request.outcome() == null) {
      return "Open, to be answered by " + Words.day(request.due());
    }
    return request.outcome().equals("DONE") ? "Done" : "Declined";
  }

  /**
   * @param file where a copy is found by its id
   */
  static List<ExportView> exports(List<Export> exports, String file) {
    return exports.stream()
        .map(export ->
            new ExportView(
                Words.time(export.requestedAt()),
                outstanding(export.services())
                    .map(waiting -> "Waiting for " + waiting)
                    .orElse("Ready"),
                file + export.exportId()))
        .toList();
  }

  static String erasure(Erasure erasure) {
    return "Erased at "
        + Words.time(erasure.requestedAt())
        + outstanding(erasure.services())
            .map(waiting -> ". Not answered yet: " + waiting + ".")
            .orElse(". Every part of the service has answered.");
  }

  private static java.util.Optional<String> outstanding(List<Part> parts) {
    var waiting =
        parts.stream()
            .filter(part -> part.at() == null)
            .map(part -> PARTS.getOrDefault(part.service(), part.service()))
            .map(name -> name.toLowerCase(Locale.UK))
            .toList();
    return waiting.isEmpty()
        ? java.util.Optional.empty()
        : java.util.Optional.of(Words.list(waiting));
  }
}
