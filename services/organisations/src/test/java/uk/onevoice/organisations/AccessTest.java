package uk.onevoice.organisations;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.Envelope;
import uk.onevoice.eventstore.Metadata;
import uk.onevoice.kernel.ActorRef;
import uk.onevoice.kernel.Label;
import uk.onevoice.kernel.Period;
import uk.onevoice.organisations.adapter.store.RegistryLog;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.controlled.ListRejection;
import uk.onevoice.organisations.domain.forum.ForumCommand;
import uk.onevoice.organisations.domain.forum.ForumCommand.Known;
import uk.onevoice.organisations.domain.forum.ForumCommand.RegisterForum;
import uk.onevoice.organisations.domain.forum.ForumEvent;
import uk.onevoice.organisations.domain.forum.ForumId;
import uk.onevoice.organisations.domain.forum.ForumLevel;
import uk.onevoice.organisations.domain.forum.ForumRejection;
import uk.onevoice.organisations.domain.forum.ForumTerms;
import uk.onevoice.organisations.domain.forum.Forums;
import uk.onevoice.organisations.domain.group.Footing;
import uk.onevoice.organisations.domain.group.GroupCommand;
import uk.onevoice.organisations.domain.group.GroupCommand.FormGroup;
import uk.onevoice.organisations.domain.group.GroupCommand.OpenPulse;
import uk.onevoice.organisations.domain.group.GroupEvent;
import uk.onevoice.organisations.domain.group.GroupId;
import uk.onevoice.organisations.domain.group.GroupRejection;
import uk.onevoice.organisations.domain.group.LeadershipGroup;
import uk.onevoice.organisations.domain.group.PulseId;
import uk.onevoice.organisations.domain.group.Scope;
import uk.onevoice.organisations.domain.place.PlaceId;
import uk.onevoice.organisations.domain.topic.TopicCommand;
import uk.onevoice.organisations.domain.topic.TopicCommand.DefineTopic;
import uk.onevoice.organisations.domain.topic.TopicEvent;
import uk.onevoice.organisations.domain.topic.TopicId;
import uk.onevoice.organisations.domain.topic.Topics;
import uk.onevoice.testkit.access.AccessContract;
import uk.onevoice.testkit.access.Shown;
import uk.onevoice.testkit.stack.ServiceUnderTest;

@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = {
      @ResourceArg(name = "log", value = "organisations"),
      @ResourceArg(name = "for", value = "access")
    })
class AccessTest extends AccessContract {
  private static final Metadata BY_THIS_TEST =
      new Metadata(ActorRef.service("test"), null, null, new UUID(0, 3), null, null);

  AccessTest() {
    super("organisations");
  }

  @Inject CommandHandler<TopicCommand, Topics, TopicEvent, ListRejection> topics;
  @Inject CommandHandler<GroupCommand, LeadershipGroup, GroupEvent, GroupRejection> groups;
  @Inject CommandHandler<ForumCommand, Forums, ForumEvent, ForumRejection> forums;

  /** One topic and one forum of the ICS, whose ICB this service's own log does not know. */
  @Override
  protected Map<String, String> known() {
    var ics = new OrganisationId(ICB);
    var topic = new TopicId(new UUID(0, 1));
    var forum = new ForumId(new UUID(0, 2));
    var start = LocalDate.of(2026, 1, 5);
    var label = new Label("Community services");
    var open = Period.from(start);
    topics.handle(
        Envelope.of(
            RegistryLog.topics(ics),
            new DefineTopic(topic, ics, open, label, start, start),
            BY_THIS_TEST,
            Instant.EPOCH));
    forums.handle(
        Envelope.of(
            RegistryLog.forums(ics),
            new RegisterForum(
                forum,
                ics,
                open,
                label,
                start,
                new ForumTerms(ForumLevel.OTHER, null, List.of(), List.of(), null),
                new Known(true, Set.of(), Set.of()),
                start),
            BY_THIS_TEST,
            Instant.EPOCH));
    String person =
        made("PLATFORM_ADMINISTRATOR", "/v1/people", "{\"name\":\"Ada Test\"}", "personId");
    String path = "/v1/people/" + person;
    return Map.of(
        "/v1/people/{id}",
        person,
        "requestId",
        made("PLATFORM_ADMINISTRATOR", path + "/requests", "{\"right\":\"ERASURE\"}", "requestId"),
        "exportId",
        made("PLATFORM_ADMINISTRATOR", path + "/exports", "{}", "exportId"),
        "wordsRef",
        person,
        "/v1/groups/{id}",
        GROUP,
        "icsId",
        ICB,
        "role",
        "PRACTICE_PARTNER",
        "bodyId",
        FEDERATION,
        "/v1/topics/{id}",
        topic.toString(),
        "/v1/forums/{id}",
        forum.toString());
  }

  /** Others than those that every operation is tried on, erasure as well. */
  @Override
  protected List<Shown> shown() {
    String hidden = "/v1/people/" + person("Hidden");
    String found = "/v1/people/" + person("Found");
    String federation =
        made(
            "REGISTRY_KEEPER",
            "/v1/organisations",
            "{\"name\":\"Shown federation\",\"kind\":\"FEDERATION\",\"start\":\"2026-04-01\"}",
            "organisationId");
    done(
        "REGISTRY_KEEPER",
        found + "/roles",
        "{\"role\":\"FEDERATION_LEAD\",\"organisationId\":\"%s\",\"start\":\"2026-04-01\"}"
            .formatted(federation));
    done("PLATFORM_ADMINISTRATOR", found + "/contact", "{\"shown\":true}");
    // The one of which a caller is the chair; the log knows only who is told so.
    var group = new GroupId(UUID.fromString(GROUP));
    var ics = new OrganisationId(ICB);
    var place = new PlaceId(UUID.fromString(PLACE));
    var since = LocalDate.of(2026, 4, 1);
    String stream = RegistryLog.stream(group);
    groups.handle(
        Envelope.of(
            stream,
            new FormGroup(
                group,
                new Scope(ics, List.of(place), Footing.SEPARATE, null, null),
                new GroupCommand.Known(Set.of(place), Set.of(), Set.of()),
                since),
            BY_THIS_TEST,
            Instant.EPOCH));
    groups.handle(
        Envelope.of(
            stream,
            new OpenPulse(new PulseId(new UUID(0, 4)), since),
            BY_THIS_TEST,
            Instant.EPOCH));
    return List.of(
        Shown.in("readPerson").of(hidden).at("/name").to("person.whole"),
        Shown.in("readPerson").of(found).at("/name").to("person.whole").to("person.name"),
        Shown.in("readGroup").at("/openPulse").to("group.inside"));
  }

  private String person(String name) {
    return made(
        "PLATFORM_ADMINISTRATOR", "/v1/people", "{\"name\":\"%s\"}".formatted(name), "personId");
  }
}
