package uk.onevoice.projection.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.onevoice.projection.freshness.Freshness;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.security.Parts;

/**
 * Answers views. Each answer has an {@code ETag}, and who has the answer already is told so. A tag
 * tells its reader of no event that the answer may not tell of. Each says in {@code
 * X-Up-To-Date-To} how far it is up to date; outside general practice that follows the registry's
 * log.
 */
@RequestScoped
public class Views {
  private final FactReader facts;
  private final Freshness freshness;
  private final Marks marks;
  private final Answers answers;
  private final Parts parts;
  private final CurrentActor actor;
  private final Clock clock;
  private final ObjectMapper json;

  @Context UriInfo uri;
  @Context Request request;

  Views(
      FactReader facts,
      Freshness freshness,
      Marks marks,
      Answers answers,
      Parts parts,
      CurrentActor actor,
      Clock clock,
      ObjectMapper json) {
    this.facts = facts;
    this.freshness = freshness;
    this.marks = marks;
    this.answers = answers;
    this.parts = parts;
    this.actor = actor;
    this.clock = clock;
    this.json = json;
  }

  /** A view of the registry: its tag stays the same while no event of the registry is heard. */
  public Response ofRegistry(AskedTime asked, Function<Snapshot, ?> view) {
    PointInTime time = asked.at(clock);
    String token = freshness.token(Freshness.REGISTRY);
    return unlessKnown(
        tag(token, moment(time)), upTo(time, false), () -> facts.read(time, token, view));
  }

  /**
   * A view of all logs, for those who may know of every event: its tag stays the same while no
   * event is heard.
   *
   * @param seenAs what the answer depends on beside the address and the caller
   */
  public Response ofAllLogs(AskedTime asked, String seenAs, Function<Snapshot, ?> view) {
    PointInTime time = asked.at(clock);
    String token = freshness.token();
    return unlessKnown(
        tag(token, moment(time), seenAs),
        upTo(time, true),
        () -> facts.read(time, freshness.token(Freshness.REGISTRY), view));
  }

  /**
   * A view whose tag changes with what the answer says and with nothing else. It is computed each
   * time.
   *
   * @param seenAs what the answer depends on beside the address and the caller
   */
  public Response byContent(AskedTime asked, String seenAs, Function<Snapshot, ?> view) {
    PointInTime time = asked.at(clock);
    Instant upTo = upTo(time, everyEvent());
    Object answer = facts.read(time, freshness.token(Freshness.REGISTRY), view);
    return unlessKnown(tag(digestOf(answer), seenAs), upTo, () -> answer);
  }

  /**
   * What is said of a place, by content. For those who may know of every event they are worked out
   * anew once something is heard of the place; for others each time, since whoever is answered
   * slower than a moment before would guess that something was.
   */
  public Response ofPlace(
      String placeId, AskedTime asked, String seenAs, Function<Snapshot, ?> view) {
    return everyEvent()
        ? remembered(asked, seenAs, freshness.tokenOfPlace(placeId), view)
        : byContent(asked, seenAs, view);
  }

  /** The same of an ICS and its places. */
  public Response ofIcs(
      String odsCode, AskedTime asked, String seenAs, Function<Snapshot, ?> view) {
    return everyEvent()
        ? remembered(asked, seenAs, freshness.tokenOfIcs(odsCode), view)
        : byContent(asked, seenAs, view);
  }

  /** The same of a body of general practice, whose practices may lie in any place. */
  public Response ofBody(AskedTime asked, String seenAs, Function<Snapshot, ?> view) {
    return everyEvent()
        ? remembered(asked, seenAs, freshness.tokenOfAllPlaces(), view)
        : byContent(asked, seenAs, view);
  }

  /** Whether the caller may know of every event that something was recorded. */
  private boolean everyEvent() {
    return parts.shows("freshness.everyLog");
  }

  /**
   * @param token looked at before the facts are read: what is remembered for it is as fresh or
   *     fresher
   */
  private Response remembered(
      AskedTime asked, String seenAs, String token, Function<Snapshot, ?> view) {
    PointInTime time = asked.at(clock);
    Instant upTo = upTo(time, true);
    var question =
        Answers.Question.of(uri.getRequestUri(), actor.get(), seenAs, time, clock.instant(), token);
    Answers.Answer answer = answers.to(question, () -> answer(time, view));
    return unlessKnown(
        tag(answer.digest(), seenAs),
        upTo,
        () -> answer.knownAt(time.knownAt()),
        MediaType.APPLICATION_JSON_TYPE);
  }

  private Answers.Answer answer(PointInTime time, Function<Snapshot, ?> view) {
    Object said = facts.read(time, freshness.token(Freshness.REGISTRY), view);
    try {
      String text = json.writeValueAsString(said);
      String moment = "\"knownAt\":\"" + time.knownAt() + '"';
      int at = time.everything() ? text.indexOf(moment) : -1;
      byte[] before = text.substring(0, Math.max(at, 0)).getBytes(StandardCharsets.UTF_8);
      return new Answers.Answer(
          digestOf(said),
          text.getBytes(StandardCharsets.UTF_8),
          at < 0 ? -1 : before.length + "\"knownAt\":\"".length(),
          time.knownAt().toString().length());
    } catch (JsonProcessingException cause) {
      throw new IllegalStateException(cause);
    }
  }

  /**
   * A mark of what a view says now: another one when it says something else, and only then. It is
   * computed once for all who ask between two events.
   *
   * @param of what the view depends on beside the time: whose it is, and who sees it
   */
  public String mark(String of, Function<Snapshot, ?> view) {
    PointInTime now = new AskedTime().at(clock);
    String key = of + now.asOf() + now.weekly().knownAt() + freshness.token();
    return marks.get(
        key, () -> digestOf(facts.read(now, freshness.token(Freshness.REGISTRY), view)));
  }

  private String digestOf(Object answer) {
    ObjectNode content = json.valueToTree(answer);
    // When it was asked is no part of what it says.
    content.remove("knownAt");
    return digest(content.toString());
  }

  /**
   * Up to when the answer knows what was published. It is looked at before the facts are read,
   * which can only be fresher. Of a moment before, nothing later counts.
   */
  private @Nullable Instant upTo(PointInTime time, boolean everyLog) {
    return freshness
        .heardUntil(everyLog)
        .map(heard -> heard.isAfter(time.knownAt()) ? time.knownAt() : heard)
        .map(until -> until.truncatedTo(ChronoUnit.SECONDS))
        .orElse(null);
  }

  private Response unlessKnown(EntityTag tag, @Nullable Instant upTo, Supplier<?> answer) {
    return unlessKnown(tag, upTo, answer, null);
  }

  /**
   * @param type of an answer that is made already; null where the resource says it
   */
  private Response unlessKnown(
      EntityTag tag, @Nullable Instant upTo, Supplier<?> answer, @Nullable MediaType type) {
    Response.ResponseBuilder known = request.evaluatePreconditions(tag);
    Response.ResponseBuilder response = known == null ? Response.ok(answer.get(), type) : known;
    return response
        .header("X-Up-To-Date-To", upTo)
        .tag(tag)
        .header("Vary", "Authorization, X-Acting-As")
        .build();
  }

  private EntityTag tag(String token, Object... dependsOn) {
    int hash = Objects.hash(uri.getRequestUri(), actor.get().ref(), Arrays.hashCode(dependsOn));
    return new EntityTag(token + "-" + Integer.toHexString(hash), true);
  }

  /** Whoever asks about now gets the same until something is heard, or the day ends. */
  private static int moment(PointInTime time) {
    return Objects.hash(time.asOf(), time.everything() ? "now" : time.knownAt());
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException notInThisJdk) {
      throw new IllegalStateException(notInThisJdk);
    }
  }
}
