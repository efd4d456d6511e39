package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Areas.Place;
import uk.onevoice.web.api.Names;
import uk.onevoice.web.api.Relationships;
import uk.onevoice.web.api.Relationships.Counterpart;
import uk.onevoice.web.api.Relationships.Happening;
import uk.onevoice.web.api.Relationships.Whole;
import uk.onevoice.web.api.Slots;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/** A talk that was logged wrongly: how it was, or that it did not take place. */
@Path("/relationships")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class TalkCorrectionPages {
  private static final String ONE = "{slotId}/{relationshipId}/talks/{contactId}";

  private final Reader reader;
  private final Api api;
  private final Names names;
  private final PlaceViews places;
  private final ListViews lists;
  private final TimelineReading timeline;
  private final Writing writing;

  TalkCorrectionPages(
      Reader reader,
      Api api,
      Names names,
      PlaceViews places,
      ListViews lists,
      TimelineReading timeline,
      Writing writing) {
    this.reader = reader;
    this.api = api;
    this.names = names;
    this.places = places;
    this.lists = lists;
    this.timeline = timeline;
    this.writing = writing;
  }

  /**
   * @param wordsGo whether words may be there that cannot be shown, and that saving deletes
   */
  record TalkCorrectionPage(
      Frame frame,
      boolean refused,
      String address,
      String day,
      String organisation,
      boolean wordsGo,
      List<Choice> persons,
      List<String> ticked,
      List<Choice> kinds,
      List<Choice> ways,
      List<Choice> topics,
      Form form)
      implements TemplateInstance {}

  @GET
  @Path(ONE)
  public Response talk(
      @PathParam("slotId") UUID slotId,
      @PathParam("relationshipId") UUID relationship,
      @PathParam("contactId") UUID contact) {
    return page(200, slotId, relationship, contact, null);
  }

  @POST
  @Path(ONE + "/corrected")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response correct(
      @PathParam("slotId") UUID slotId,
      @PathParam("relationshipId") UUID relationship,
      @PathParam("contactId") UUID contact,
      MultivaluedMap<String, String> fields) {
    return send(
        slotId, relationship, contact, "/corrections", Form.sent(fields), Notice.TALK_CORRECTED);
  }

  @POST
  @Path(ONE + "/taken-back")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response takeBack(
      @PathParam("slotId") UUID slotId,
      @PathParam("relationshipId") UUID relationship,
      @PathParam("contactId") UUID contact,
      MultivaluedMap<String, String> fields) {
    return send(
        slotId, relationship, contact, "/withdrawals", Form.sent(fields), Notice.TALK_WITHDRAWN);
  }

  private Response send(
      UUID slotId, UUID relationship, UUID contact, String command, Form form, Notice done) {
    reader.me();
    return writing.sendOrShow(
        TimelineReading.path(slotId, relationship) + "/contacts/" + contact + command,
        form,
        sent -> command.equals("/corrections") ? correction(sent) : Map.of(),
        Map.of("on", "on", "counterpartRefs", "with"),
        done.at("/relationships/" + slotId + "?of=" + relationship),
        () -> page(form.status(), slotId, relationship, contact, form));
  }

  private static Relationships.@Nullable TalkCorrection correction(Form form) {
    var kind = form.required("kind", "Choose what kind of talk it was");
    var way = form.required("twoWay", "Choose whether both sides spoke");
    var on = form.requiredDay("on", "Write the day of the talk");
    @Nullable Integer minutes = TalkPages.minutes(form);
    List<String> with = form.all("with");
    return kind.isEmpty() || way.isEmpty() || on.isEmpty()
        ? null
        : new Relationships.TalkCorrection(
            on.get(),
            kind.get(),
            Boolean.parseBoolean(way.get()),
            form.optional("topicId"),
            with.isEmpty() ? null : with,
            form.optional("words"),
            minutes);
  }

  private static Form stored(Happening talk) {
    return Form.blank()
        .with("kind", talk.contactKind())
        .with("twoWay", String.valueOf(talk.twoWay()))
        .withDay("on", talk.on())
        .with("topicId", talk.topicId())
        .with("words", talk.words())
        .with("minutes", talk.minutes() == null ? null : String.valueOf(talk.minutes()))
        .withAll("with", talk.counterpartRefs());
  }

  /**
   * @param sent what was typed; null for a form nobody has touched
   */
  private Response page(
      int status, UUID slotId, UUID relationship, UUID contact, @Nullable Form sent) {
    reader.me();
    // Of the slot, where talks are; read before the talk, so that a later change is noticed.
    @Nullable String etag =
        api.getVersioned("/v1/relationships/slots/" + slotId, Slots.Slot.class).etag();
    Whole whole = api.get(TimelineReading.path(slotId, relationship), Whole.class);
    Happening talk =
        timeline
            .find(slotId, relationship, "TALK", contact)
            .filter(Happening::changeable)
            .orElseThrow(NotFoundException::new);
    Place place = places.place(UUID.fromString(whole.placeId()));
    String organisation = names.of(whole.organisationId());
    Map<String, Counterpart> known = known(slotId, whole);
    // Who cannot be shown now stays ticked, so that saving does not take them out.
    List<Choice> persons =
        known.values().stream()
            .filter(person ->
                person.name() != null || talk.counterpartRefs().contains(person.counterpartRef()))
            .map(person -> new Choice(person.counterpartRef(), RelationshipView.name(person)))
            .toList();
    Form form = sent == null ? stored(talk) : sent;
    String here = "/relationships/" + slotId + "?of=" + relationship;
    return Html.page(
        status,
        new TalkCorrectionPage(
            reader
                .frame("Correct a talk", Menu.REPRESENTATION)
                .withBreadcrumbs(
                    new Link(place.name(), "/places/" + place.placeId()),
                    new Link(organisation, here)),
            form.refused(),
            "/relationships/" + slotId + "/" + relationship + "/talks/" + contact,
            Words.day(talk.on()),
            organisation,
            wordsGo(talk, whole, known),
            persons,
            form.all("with"),
            TalkPages.KINDS,
            TalkPages.WAYS,
            topics(place, talk),
            form.withEtag(etag)));
  }

  private Map<String, Counterpart> known(UUID slotId, Whole whole) {
    var known = new LinkedHashMap<String, Counterpart>();
    Stream.of(
            api
                .all(
                    "/v1/relationships/slots/" + slotId + "/counterparts?limit=200",
                    Relationships.Counterparts.class,
                    Relationships.Counterparts::items,
                    Relationships.Counterparts::next)
                .stream(),
            whole.before().stream(),
            whole.counterparts().stream())
        .flatMap(each -> each)
        .forEach(person -> known.put(person.counterpartRef(), person));
    return known;
  }

  /** Where nobody is named, words are about everybody whom the relationship is with. */
  private static boolean wordsGo(Happening talk, Whole whole, Map<String, Counterpart> known) {
    List<String> about =
        talk.counterpartRefs().isEmpty()
            ? whole.counterparts().stream().map(Counterpart::counterpartRef).toList()
            : talk.counterpartRefs();
    return talk.words() == null
        && about.stream()
            .anyMatch(ref -> {
              @Nullable Counterpart person = known.get(ref);
              return person == null || person.shown().equals("RESTRICTED");
            });
  }

  /** A topic that is no longer used stays what the talk was about. */
  private List<Choice> topics(Place place, Happening talk) {
    List<Choice> topics =
        new ArrayList<>(
            ListViews.choices(
                "None of them",
                ListViews.labels(lists.inUse(ListKind.TOPICS, place.icsOdsCode()))));
    @Nullable String topic = talk.topicId();
    if (topic != null && topics.stream().noneMatch(choice -> choice.value().equals(topic))) {
      String called = talk.topicNow();
      topics.add(new Choice(topic, called == null ? "A topic of another list" : called));
    }
    return topics;
  }
}
