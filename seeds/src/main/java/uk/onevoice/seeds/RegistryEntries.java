package uk.onevoice.seeds;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.seeds.Demonstration.Body;
import uk.onevoice.seeds.Demonstration.FeedApproval;
import uk.onevoice.seeds.Demonstration.Forum;
import uk.onevoice.seeds.Demonstration.Neighbourhood;
import uk.onevoice.seeds.Demonstration.OfficialFile;
import uk.onevoice.seeds.Demonstration.Person;
import uk.onevoice.seeds.Demonstration.Place;
import uk.onevoice.seeds.Demonstration.Practice;
import uk.onevoice.seeds.Demonstration.Purpose;
import uk.onevoice.seeds.Demonstration.Role;
import uk.onevoice.seeds.Demonstration.SystemClient;
import uk.onevoice.seeds.Demonstration.Topic;
import uk.onevoice.seeds.Demonstration.TrustSector;

/** What the registry keeper and the administrator enter. */
final class RegistryEntries {
  /** Stands for the partners of many practices: see README.md. */
  static final String PRACTICES = "demo.practices";

  private static final String ADMINISTRATOR = "admin";
  private static final String KEEPER = "keeper";
  private static final LocalDate PARTNERS_SINCE = LocalDate.of(2024, 4, 1);

  /** A fortnight after the newest of them. */
  private static final LocalDate LATER_FILES = LocalDate.of(2026, 11, 15);

  private static final LocalDate MERGED = LocalDate.of(2026, 4, 1);

  /** What has been so since before the registry began. */
  private static final LocalDate ALWAYS = LocalDate.MIN;

  private final PublicApi api;
  private final String issuer;
  private final Demonstration demonstration;
  private final List<Practice> practices;
  private final Known known;

  RegistryEntries(
      PublicApi api,
      String issuer,
      Demonstration demonstration,
      List<Practice> practices,
      Known known) {
    this.api = api;
    this.issuer = issuer;
    this.demonstration = demonstration;
    this.practices = practices;
    this.known = known;
  }

  void keeper() {
    administrator();
    demonstration.people().stream()
        .filter(person -> person.user().equals(KEEPER))
        .forEach(this::person);
    day();
  }

  /** That of the first load's entries, so that a load that goes on later says the same. */
  private void day() {
    JsonNode said =
        api.read(ADMINISTRATOR, "/v1/people/" + known.person(KEEPER) + "/history?limit=200");
    said.required("items").findValuesAsText("recordedAt").stream()
        .map(Instant::parse)
        .min(Instant::compareTo)
        .ifPresent(first -> known.day(first.atZone(Known.LONDON).toLocalDate()));
  }

  /** Who became administrator by signing in has no name here yet. */
  private void administrator() {
    String id = api.read(ADMINISTRATOR, "/v1/people/me").required("personId").asText();
    api.post(
        ADMINISTRATOR,
        "/v1/people/" + id + "/names",
        fields("name", demonstration.administrator()),
        "name of " + ADMINISTRATOR);
  }

  /** Those of the time when the registry began. */
  void firstFiles() {
    demonstration.files().stream()
        .filter(file -> file.release() != null)
        .forEach(file ->
            imported(
                file.file(),
                file.content(),
                "?release=" + file.release(),
                requireNonNull(file.release())));
    // Nothing has moved since, so the map of May 2024 is today's with another date.
    String today = new String(file("gp-reg-pat-prac-map.csv").content(), StandardCharsets.UTF_8);
    imported(
        "map of May 2024",
        today.replace("01Nov2026", "01May2024").getBytes(StandardCharsets.UTF_8),
        "",
        LocalDate.of(2024, 5, 1));
  }

  /** Those that came while it was in use: a fortnight after the day of which they are. */
  void laterFiles() {
    demonstration.files().stream()
        .filter(file -> file.release() == null)
        .forEach(file -> imported(file.file(), file.content(), "", LATER_FILES));
  }

  private OfficialFile file(String name) {
    return demonstration.files().stream()
        .filter(file -> file.file().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private void imported(String name, byte[] content, String query, LocalDate on) {
    Instant told = known.told(on);
    JsonNode upload =
        api.upload(KEEPER, "/v1/imports" + query, "text/csv", content, "upload " + name, told);
    String path = "/v1/imports/" + upload.required("importId").asText();
    api.post(KEEPER, path + "/acceptance", Map.of(), "acceptance " + name, told);
    api.until(KEEPER, path, state -> state.path("state").asText().equals("ACCEPTED"));
  }

  void localBodies() {
    for (TrustSector trust : demonstration.sectors()) {
      api.post(
          KEEPER,
          "/v1/organisations/" + trust.trust() + "/sector",
          Map.of("sector", trust.sector()),
          "sector of " + trust.trust(),
          known.told(ALWAYS));
    }
    for (Body body : demonstration.bodies()) {
      JsonNode registered =
          api.post(
              KEEPER,
              "/v1/organisations",
              fields("name", body.name(), "kind", body.kind(), "start", body.start()),
              "body " + body.name(),
              known.told(body.start()));
      known.organisation(body.name(), registered.required("organisationId").asText());
    }
    members(demonstration.lmc(), "LMC", LocalDate.of(2020, 4, 1), codes(practices));
    demonstration.places().forEach(this::place);
    demonstration.neighbourhoods().forEach(this::neighbourhood);
    demonstration.purposes().forEach(this::purpose);
  }

  private void neighbourhood(Neighbourhood part) {
    JsonNode defined =
        api.post(
            KEEPER,
            "/v1/organisations/places/" + known.place(part.place()) + "/neighbourhoods",
            fields("name", part.name(), "start", part.start()),
            "neighbourhood " + part.name(),
            known.told(part.start()));
    List<Practice> here =
        practices.stream()
            .filter(practice -> practice.place().equals(part.place()) && part.has(practice.code()))
            .toList();
    api.post(
        KEEPER,
        "/v1/organisations/places/" + defined.required("placeId").asText() + "/practices",
        fields("practiceIds", codes(here), "start", part.start()),
        "practices of " + part.name(),
        known.told(part.start()));
  }

  private void purpose(Purpose purpose) {
    api.post(
        KEEPER,
        "/v1/organisations/" + known.organisation(purpose.body()) + "/purposes",
        fields("purpose", purpose.purpose(), "from", purpose.from()),
        "purpose of " + purpose.body() + " from " + purpose.from(),
        known.told(purpose.from()));
  }

  private void place(Place place) {
    JsonNode defined =
        api.post(
            KEEPER,
            "/v1/organisations/places",
            fields("icsId", demonstration.ics(), "name", place.name(), "start", place.start()),
            "place " + place.name(),
            known.told(place.start()));
    known.place(place.name(), defined.required("placeId").asText());
    List<Practice> here =
        practices.stream().filter(practice -> practice.place().equals(place.name())).toList();
    api.post(
        KEEPER,
        "/v1/organisations/places/" + known.place(place.name()) + "/practices",
        fields("practiceIds", codes(here), "start", place.start()),
        "practices of " + place.name(),
        known.told(place.start()));
    if (place.federation() != null) {
      members(
          place.federation(),
          "FEDERATION",
          place.start(),
          codes(here.stream().filter(Practice::inFederation).toList()));
    }
  }

  private void members(String body, String kind, LocalDate start, List<String> members) {
    api.post(
        KEEPER,
        "/v1/organisations/" + known.organisation(body) + "/members",
        fields("memberIds", members, "kind", kind, "start", start),
        "members of " + body,
        known.told(start));
  }

  void lists() {
    LocalDate start = LocalDate.of(2022, 7, 1);
    for (Topic topic : demonstration.topics()) {
      String called = topic.was() == null ? topic.name() : topic.was();
      JsonNode defined =
          api.post(
              KEEPER,
              "/v1/topics",
              fields("icsId", demonstration.ics(), "label", called, "start", start),
              "topic " + topic.name(),
              known.told(start));
      known.topic(topic.name(), defined.required("topicId").asText());
    }
    // Within the list nothing is recorded before what came first.
    Stream.concat(
            demonstration.topics().stream()
                .filter(topic -> topic.since() != null)
                .map(topic -> new Later(requireNonNull(topic.since()), () -> renamed(topic))),
            demonstration.topics().stream()
                .filter(topic -> topic.mergedInto() != null)
                .map(topic -> new Later(MERGED, () -> merged(topic))))
        .sorted(comparing(Later::on))
        .forEach(later -> later.entry().run());
    demonstration.forums().forEach(forum -> forum(forum, start));
  }

  /** What has become of a topic. */
  private record Later(LocalDate on, Runnable entry) {}

  private void renamed(Topic topic) {
    LocalDate since = requireNonNull(topic.since());
    api.post(
        KEEPER,
        "/v1/topics/" + known.topic(topic.name()) + "/names",
        fields("label", topic.name(), "from", since),
        "name of topic " + topic.name(),
        known.told(since));
  }

  private void merged(Topic topic) {
    api.post(
        KEEPER,
        "/v1/topics/" + known.topic(topic.name()) + "/merging",
        fields("into", known.topic(requireNonNull(topic.mergedInto())), "on", MERGED),
        "merger of topic " + topic.name(),
        known.told(MERGED));
  }

  private void forum(Forum forum, LocalDate start) {
    Map<String, Object> fields =
        fields(
            "icsId",
            demonstration.ics(),
            "label",
            forum.name(),
            "start",
            start,
            "level",
            forum.level(),
            "placeIds",
            forum.place() == null ? List.of() : List.of(known.place(forum.place())),
            "topicIds",
            forum.topics().stream().map(known::topic).toList());
    if (forum.owner() != null) {
      fields.put("ownerId", forum.owner());
    }
    if (forum.remit() != null) {
      fields.put("remit", forum.remit());
    }
    JsonNode registered =
        api.post(KEEPER, "/v1/forums", fields, "forum " + forum.name(), known.told(start));
    known.forum(forum.name(), registered.required("forumId").asText());
  }

  void people() {
    demonstration.people().stream()
        .filter(person -> !person.user().equals(KEEPER))
        .forEach(this::person);
    for (Practice practice : practices) {
      if (practice.answer() != null) {
        role(
            PRACTICES,
            new Role("PRACTICE_PARTNER", practice.code(), PARTNERS_SINCE, null, null, null));
      }
    }
  }

  /** The keeper's own entry is of today: the day of the load is known by it. */
  private void person(Person person) {
    @Nullable Instant told = person.user().equals(KEEPER) ? null : known.told(ALWAYS);
    JsonNode registered =
        api.post(
            ADMINISTRATOR,
            "/v1/people",
            fields("name", person.name()),
            "person " + person.user(),
            told);
    String id = registered.required("personId").asText();
    known.person(person.user(), id);
    if (person.email() != null) {
      api.post(
          ADMINISTRATOR,
          "/v1/people/" + id + "/contact",
          fields("email", person.email(), "shown", true),
          "contact of " + person.user(),
          told);
    }
    if (!person.equals(demonstration.people().getLast())) {
      signIn(person, told);
    }
    person.roles().forEach(role -> role(person.user(), role));
  }

  /** From now on nobody says that something was recorded earlier than it is. */
  void closeBackdating() {
    api.post(
        ADMINISTRATOR, "/v1/imports/backdating/closing", Map.of(), "history is entered for good");
  }

  /** The sign-in that was left out: see {@link DemonstrationLoader#load}. */
  void lastSignIn() {
    signIn(demonstration.people().getLast(), null);
  }

  private void signIn(Person person, @Nullable Instant told) {
    if (person.subject() == null) {
      return;
    }
    api.post(
        ADMINISTRATOR,
        "/v1/people/" + known.person(person.user()) + "/identities",
        fields("issuer", issuer, "subject", person.subject()),
        "identity of " + person.user(),
        told);
  }

  private void role(String user, Role role) {
    Map<String, Object> fields = fields("role", role.role());
    if (role.at() != null) {
      fields.put("organisationId", known.organisation(role.at()));
    }
    fields.put("start", role.start());
    if (role.end() != null) {
      fields.put("end", role.end());
    }
    String roles = "/v1/people/" + known.person(user) + "/roles";
    String purpose = "%s is %s at %s".formatted(user, role.role(), role.at());
    @Nullable Instant told = user.equals(KEEPER) ? null : known.told(role.start());
    JsonNode appointed = api.post(ADMINISTRATOR, roles, fields, purpose, told);
    if (role.sessions() != null && role.protectedHours() != null) {
      api.post(
          ADMINISTRATOR,
          roles + "/" + appointed.required("roleHoldingId").asText() + "/sessions",
          fields(
              "from",
              role.start(),
              "sessionsPerWeek",
              role.sessions(),
              "protectedHours",
              role.protectedHours()),
          purpose + ", with time for it",
          told);
    }
  }

  void systems() {
    for (SystemClient client : demonstration.clients()) {
      api.post(
          ADMINISTRATOR,
          "/v1/clients",
          fields(
              "clientId",
              client.clientId(),
              "organisationId",
              client.organisation(),
              "kind",
              client.kind()),
          "client " + client.clientId());
      api.post(
          ADMINISTRATOR,
          "/v1/clients/" + client.clientId() + "/approval",
          Map.of(),
          "approval of " + client.clientId());
      FeedApproval feed = client.feed();
      if (feed != null) {
        api.post(
            feed.by(),
            "/v1/clients/" + client.clientId() + "/feed-approvals",
            fields("bodyId", known.organisation(feed.body())),
            "feed for " + client.clientId());
      }
    }
  }

  private static List<String> codes(List<Practice> practices) {
    return practices.stream().map(Practice::code).toList();
  }

  /** Names and values in turn, in this order: a repeat has to be the same to the letter. */
  static Map<String, Object> fields(Object... namesAndValues) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put(namesAndValues[i].toString(), Objects.requireNonNull(namesAndValues[i + 1]));
    }
    return fields;
  }
}
