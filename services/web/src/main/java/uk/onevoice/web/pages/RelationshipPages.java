package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Answered;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Areas.Place;
import uk.onevoice.web.api.KeyLists.Key;
import uk.onevoice.web.api.Names;
import uk.onevoice.web.api.Relationships;
import uk.onevoice.web.api.Relationships.Whole;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.api.Slots;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/** A relationship whole, for the team of its slot: facts, what happened, what we think. */
@Path("/relationships")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class RelationshipPages {
  private static final int ON_A_PAGE = 20;

  private final Reader reader;
  private final Api api;
  private final Names names;
  private final RelationshipCircle circle;
  private final PlaceViews places;
  private final ListViews lists;
  private final Writing writing;
  private final JudgementPages judgements;
  private final KeyListReading keys;
  private final OpportunityCredits credits;
  private final StoodBehind stoodBehind;

  RelationshipPages(
      Reader reader,
      Api api,
      Names names,
      RelationshipCircle circle,
      PlaceViews places,
      ListViews lists,
      Writing writing,
      JudgementPages judgements,
      KeyListReading keys,
      OpportunityCredits credits,
      StoodBehind stoodBehind) {
    this.reader = reader;
    this.api = api;
    this.names = names;
    this.circle = circle;
    this.places = places;
    this.lists = lists;
    this.writing = writing;
    this.judgements = judgements;
    this.keys = keys;
    this.credits = credits;
    this.stoodBehind = stoodBehind;
  }

  /**
   * @param keyList where the reader says when to speak next; null where it is not on their key list
   * @param keyFor on whose key list it is; empty where it is on nobody's
   * @param backings what practices stand behind, for our asks
   * @param talks what its forms about talks bring along
   * @param credited opportunities that came of it, as far as the reader may see them
   */
  record RelationshipPage(
      Frame frame,
      boolean refused,
      String slotId,
      String relationshipId,
      String organisation,
      String audience,
      boolean open,
      boolean own,
      RelationshipView view,
      String nextContact,
      @Nullable String keyList,
      String keyFor,
      List<Link> backings,
      List<Choice> under,
      List<Link> credited,
      List<Link> others,
      List<Choice> topics,
      String topic,
      String lineSentence,
      List<TimelineView.Mark> line,
      @Nullable String older,
      List<Choice> prioritySides,
      List<Choice> asks,
      List<Choice> promiseSides,
      List<Choice> persons,
      JudgementPages.Part judgement,
      Form talks,
      Form form)
      implements TemplateInstance {}

  @GET
  @Path("{slotId}")
  public Response relationship(
      @PathParam("slotId") UUID slotId,
      @QueryParam("of") @Nullable UUID of,
      @QueryParam("topic") @DefaultValue("") String topic,
      @QueryParam("after") @DefaultValue("") String after) {
    reader.me();
    String relationship = of == null ? theOne(slotId) : of.toString();
    return page(200, slotId, relationship, topic, after, blank());
  }

  private static Form blank() {
    LocalDate today = AsOf.today();
    Form form = Form.blank();
    for (String day : List.of("priorityOn", "askOn", "promiseOn", "supportOn", "resultOn")) {
      form = form.withDay(day, today);
    }
    return form;
  }

  /** The reader's own, else the first that goes on, else the latest. */
  private String theOne(UUID slotId) {
    Slots.Slot slot = api.get("/v1/relationships/slots/" + slotId, Slots.Slot.class);
    List<Slots.Relationship> all = slot.relationships() == null ? List.of() : slot.relationships();
    String me = reader.me().personId();
    Optional<Slots.Relationship> own =
        all.stream()
            .filter(each -> each.closedOn() == null && each.holderId().equals(me))
            .findFirst();
    return own.or(() -> all.stream().filter(each -> each.closedOn() == null).findFirst())
        .or(() -> all.isEmpty() ? Optional.empty() : Optional.of(all.getLast()))
        .map(Slots.Relationship::relationshipId)
        .orElse("00000000-0000-0000-0000-000000000000");
  }

  @POST
  @Path("{slotId}/{relationshipId}/priority")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response priority(
      @PathParam("slotId") UUID slotId,
      @PathParam("relationshipId") UUID relationship,
      MultivaluedMap<String, String> fields) {
    return write(
        slotId,
        relationship,
        "/priorities",
        Form.sent(fields),
        RelationshipForms::priority,
        Map.of("words", "priority", "on", "priorityOn", "topicId", "priorityTopic"),
        Notice.PRIORITY);
  }

  @POST
  @Path("{slotId}/{relationshipId}/ask")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response ask(
      @PathParam("slotId") UUID slotId,
      @PathParam("relationshipId") UUID relationship,
      MultivaluedMap<String, String> fields) {
    return write(
        slotId,
        relationship,
        "/asks",
        Form.sent(fields),
        RelationshipForms::ask,
        Map.of(
            "words",
            "ask",
            "on",
            "askOn",
            "topicId",
            "askTopic",
            "mandateId",
            "askUnder",
            "side",
            "askWho"),
        Notice.ASK_KEPT);
  }

  @POST
  @Path("{slotId}/{relationshipId}/answers/{entryId}/said")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response answer(
      @PathParam("slotId") UUID slotId,
      @PathParam("relationshipId") UUID relationship,
      @PathParam("entryId") UUID entry,
      MultivaluedMap<String, String> fields) {
    return write(
        slotId,
        relationship,
        "/asks/" + entry + "/answers",
        Form.sent(fields),
        form -> new Relationships.NewAnswer(form.value("reply"), AsOf.today()),
        Map.of(),
        Notice.ASK_ANSWERED);
  }

  @POST
  @Path("{slotId}/{relationshipId}/promise")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response promise(
      @PathParam("slotId") UUID slotId,
      @PathParam("relationshipId") UUID relationship,
      MultivaluedMap<String, String> fields) {
    return write(
        slotId,
        relationship,
        "/commitments",
        Form.sent(fields),
        form -> RelationshipForms.promise(form, AsOf.today()),
        Map.of(
            "words", "promise", "due", "promiseDue", "on", "promiseOn", "topicId", "promiseTopic"),
        Notice.PROMISE);
  }

  @POST
  @Path("{slotId}/{relationshipId}/support")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response support(
      @PathParam("slotId") UUID slotId,
      @PathParam("relationshipId") UUID relationship,
      MultivaluedMap<String, String> fields) {
    return write(
        slotId,
        relationship,
        "/support",
        Form.sent(fields),
        RelationshipForms::support,
        Map.of("words", "support", "on", "supportOn"),
        Notice.SUPPORT);
  }

  @POST
  @Path("{slotId}/{relationshipId}/result")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response result(
      @PathParam("slotId") UUID slotId,
      @PathParam("relationshipId") UUID relationship,
      MultivaluedMap<String, String> fields) {
    return write(
        slotId,
        relationship,
        "/results",
        Form.sent(fields),
        RelationshipForms::result,
        Map.of("words", "result", "on", "resultOn"),
        Notice.RESULT_NOTED);
  }

  private Response write(
      UUID slotId,
      UUID relationship,
      String command,
      Form form,
      Function<Form, @Nullable Object> body,
      Map<String, String> fields,
      Notice done) {
    reader.me();
    return writing.sendOrShow(
        "/v1/relationships/slots/" + slotId + "/relationships/" + relationship + command,
        form,
        body,
        fields,
        done.at("/relationships/" + slotId + "?of=" + relationship),
        () -> page(form.status(), slotId, relationship.toString(), "", "", form));
  }

  private Response page(
      int status, UUID slotId, String relationship, String topic, String after, Form form) {
    String path = "/v1/relationships/slots/" + slotId;
    String own = path + "/relationships/" + relationship;
    Answered<Whole> read = api.getVersioned(own, Whole.class);
    Whole whole = read.body();
    Answered<Slots.Slot> slot = api.getVersioned(path, Slots.Slot.class);
    Place place = places.place(UUID.fromString(whole.placeId()));
    String me = reader.me().personId();
    String organisation = names.of(whole.organisationId());
    Relationships.Timeline line =
        api.get(
            own
                + "/timeline?limit="
                + ON_A_PAGE
                + (topic.isEmpty() ? "" : "&topicId=" + Segment.of(topic))
                + (after.isEmpty() ? "" : "&after=" + Segment.of(after)),
            Relationships.Timeline.class);
    var known = new HashMap<String, String>();
    for (var person : whole.before()) {
      known.put(person.counterpartRef(), RelationshipView.name(person));
    }
    for (var person : whole.counterparts()) {
      known.put(person.counterpartRef(), RelationshipView.name(person));
    }
    List<StoodBehind.Backing> backings = stoodBehind.in(place.placeId());
    RelationshipView view =
        RelationshipView.of(
            whole,
            names::of,
            position -> StoodBehind.label(backings, position),
            circle.called(whole.holderId()),
            AsOf.today());
    List<Choice> persons = new ArrayList<>();
    persons.add(new Choice("", "Not said"));
    whole
        .counterparts()
        .forEach(person ->
            persons.add(new Choice(person.counterpartRef(), RelationshipView.name(person))));
    Optional<Key> key = whole.holderId().equals(me) ? key(whole) : Optional.empty();
    String here = "/relationships/" + slotId + "?of=" + relationship;
    return Html.page(
        status,
        new RelationshipPage(
            reader
                .frame(view.people(), Menu.REPRESENTATION)
                .withBreadcrumbs(
                    new Link(place.name(), "/places/" + place.placeId()),
                    new Link(organisation, "/slots/" + slotId)),
            form.refused(),
            slotId.toString(),
            relationship,
            organisation,
            circle.audience(slotId),
            whole.closedOn() == null,
            whole.closedOn() == null && whole.holderId().equals(me),
            view,
            key.map(kept -> KeyListView.nextContact(kept, AsOf.today())).orElse(view.nextContact()),
            key.map(_ -> "/key-lists/" + place.placeId() + "/" + slotId).orElse(null),
            SlotView.keyFor(slot.body(), circle::called),
            backings.stream().map(StoodBehind.Backing::link).toList(),
            StoodBehind.choices(backings),
            credits.creditedTo(place.placeId(), relationship),
            circle.others(slot.body(), relationship),
            topics(place),
            topic,
            lineSentence(whole, line),
            line.items().stream()
                .map(each ->
                    TimelineView.mark(
                        each, ref -> known.getOrDefault(ref, "a colleague of theirs")))
                .toList(),
            line.next() == null
                ? null
                : here
                    + (topic.isEmpty() ? "" : "&topic=" + Segment.of(topic))
                    + "&after="
                    + Segment.of(line.next()),
            RelationshipForms.PRIORITY_SIDES,
            RelationshipForms.ASKS,
            RelationshipForms.PROMISE_SIDES,
            persons,
            judgements.part(slotId.toString(), whole.counterparts()),
            Form.blank().withEtag(slot.etag()),
            form.withEtag(read.etag())));
  }

  private Optional<Key> key(Whole whole) {
    return whole.closedOn() != null
        ? Optional.empty()
        : keys.find(whole.placeId()).stream()
            .flatMap(list -> list.keys().stream())
            .filter(each -> each.relationshipId().equals(whole.relationshipId()))
            .findFirst();
  }

  private static String lineSentence(Whole whole, Relationships.Timeline line) {
    return line.items().isEmpty()
        ? "Nothing is written down yet."
        : Words.sentence(Words.count(whole.invested().talks(), "talk is", "talks are"))
            + " written down, the last on "
            + (whole.lastContact() == null ? "no day" : Words.day(whole.lastContact()))
            + ".";
  }

  private List<Choice> topics(Place place) {
    return ListViews.choices(
        "All topics", ListViews.labels(lists.inUse(ListKind.TOPICS, place.icsOdsCode())));
  }
}
