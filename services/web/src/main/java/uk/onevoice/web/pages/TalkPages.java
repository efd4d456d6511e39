package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Answered;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Areas.Place;
import uk.onevoice.web.api.Names;
import uk.onevoice.web.api.Relationships;
import uk.onevoice.web.api.Relationships.Counterpart;
import uk.onevoice.web.api.Relationships.Happening;
import uk.onevoice.web.api.Slots;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Link;

/**
 * Logs a talk in the corridor: on a phone, with one hand, in under half a minute. What is likely is
 * chosen already, so that one tap is enough.
 */
@Path("/talks")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class TalkPages {
  private static final List<Choice> DAYS =
      List.of(
          new Choice("today", "Today"),
          new Choice("yesterday", "Yesterday"),
          new Choice("other", "Another day"));
  static final List<Choice> KINDS =
      List.of(
          new Choice("LISTENING", "We listened"),
          new Choice("ASK", "We asked"),
          new Choice("SOCIAL", "Social"),
          new Choice("TROUBLESHOOT", "Sorted it out"));
  static final List<Choice> WAYS =
      List.of(new Choice("true", "Both spoke"), new Choice("false", "One side"));

  /** So far back the page looks for whom the last talk was with. */
  private static final int LAST_TALKS = 10;

  private final Reader reader;
  private final Api api;
  private final Names names;
  private final PlaceViews places;
  private final ListViews lists;
  private final Writing writing;

  TalkPages(
      Reader reader, Api api, Names names, PlaceViews places, ListViews lists, Writing writing) {
    this.reader = reader;
    this.api = api;
    this.names = names;
    this.places = places;
    this.lists = lists;
    this.writing = writing;
  }

  record TalkPage(
      Frame frame,
      boolean refused,
      String slotId,
      String organisation,
      boolean own,
      boolean listenFirst,
      List<Choice> persons,
      List<String> ticked,
      List<Choice> kinds,
      List<Choice> ways,
      List<Choice> days,
      List<Choice> topics,
      Form form)
      implements TemplateInstance {}

  record ChoosePage(Frame frame, String place, List<Link> own, List<Link> others)
      implements TemplateInstance {}

  /** With which organisation it was: those with whom the reader keeps in touch come first. */
  @GET
  @Path("of/{placeId}")
  public TemplateInstance choose(@PathParam("placeId") UUID placeId) {
    reader.me();
    Place place = places.place(placeId);
    var own = new ArrayList<Link>();
    var others = new ArrayList<Link>();
    for (Slots.Terms terms : places.slots(placeId)) {
      Optional<Slots.Slot> there =
          api.find("/v1/relationships/slots/" + terms.slotId(), Slots.Slot.class);
      if (there.isEmpty()) {
        continue;
      }
      Slots.Slot slot = there.get();
      var link =
          new Link(
              names.of(slot.organisationId())
                  + ", "
                  + Vocabulary.words(Vocabulary.SLOT_KINDS, slot.kind()),
              "/talks/" + slot.slotId());
      if (slot.onTeam()) {
        own.add(link);
      } else if (slot.held()) {
        others.add(link);
      }
    }
    return new ChoosePage(
        reader
            .frame("With whom did you talk?", Menu.WEEK)
            .withBreadcrumbs(new Link("My week", "/week")),
        place.name(),
        own,
        others);
  }

  @GET
  @Path("{slotId}")
  public Response talk(@PathParam("slotId") UUID slotId) {
    return page(200, slotId, null);
  }

  @POST
  @Path("{slotId}/logged")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response log(@PathParam("slotId") UUID slotId, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    Optional<String> kind = form.required("kind", "Choose what kind of talk it was");
    Optional<String> way = form.required("twoWay", "Choose whether both sides spoke");
    LocalDate on = day(form);
    Slots.Slot slot = read(slotId).body();
    List<String> with = form.all("with");
    Relationships.@Nullable Talk body =
        kind.isEmpty() || way.isEmpty()
            ? null
            : new Relationships.Talk(
                own(slot).map(Slots.Relationship::relationshipId).orElse(""),
                on,
                kind.get(),
                Boolean.parseBoolean(way.get()),
                form.optional("topicId"),
                with.isEmpty() ? null : with,
                form.optional("words"),
                minutes(form));
    return writing.sendOrShow(
        "/v1/relationships/slots/" + slotId + "/contacts",
        form,
        _ -> body,
        Map.of("on", "on", "counterpartRefs", "with", "relationshipId", "kind"),
        Notice.CONTACT.at((slot.onTeam() ? "/relationships/" : "/slots/") + slotId),
        () -> page(form.status(), slotId, form));
  }

  private static LocalDate day(Form form) {
    LocalDate today = AsOf.today();
    return switch (form.value("when")) {
      case "other" -> form.aDay("on", "Write the day of the talk");
      case "yesterday" -> today.minusDays(1);
      default -> today;
    };
  }

  static @Nullable Integer minutes(Form form) {
    String typed = form.value("minutes");
    if (typed.isEmpty()) {
      return null;
    }
    try {
      return Integer.valueOf(typed);
    } catch (NumberFormatException notANumber) {
      form.refuse("minutes", "Write minutes as a number, such as 20");
      return null;
    }
  }

  private Answered<Slots.Slot> read(UUID slotId) {
    return api.getVersioned("/v1/relationships/slots/" + slotId, Slots.Slot.class);
  }

  private Optional<Slots.Relationship> own(Slots.Slot slot) {
    List<Slots.Relationship> all = slot.relationships() == null ? List.of() : slot.relationships();
    List<Slots.Relationship> live = all.stream().filter(each -> each.closedOn() == null).toList();
    String me = reader.me().personId();
    return live.stream()
        .filter(each -> each.holderId().equals(me))
        .findFirst()
        .or(() -> live.stream().findFirst());
  }

  /**
   * @param sent what was typed; null for a form nobody has touched
   */
  private Response page(int status, UUID slotId, @Nullable Form sent) {
    reader.me();
    Answered<Slots.Slot> read = read(slotId);
    Slots.Slot slot = read.body();
    Place place = places.place(UUID.fromString(slot.placeId()));
    String organisation = names.of(slot.organisationId());
    Optional<Slots.Relationship> own = own(slot);
    String path = "/v1/relationships/slots/" + slotId;
    List<Counterpart> persons =
        slot.onTeam()
            ? api.all(
                path + "/counterparts",
                Relationships.Counterparts.class,
                Relationships.Counterparts::items,
                Relationships.Counterparts::next)
            : List.of();
    String relationship = own.map(Slots.Relationship::relationshipId).orElse("");
    boolean listens =
        slot.onTeam()
            && own.isPresent()
            && api.get(path + "/relationships/" + relationship, Relationships.Whole.class)
                .listenFirst();
    Form form =
        sent == null
            ? Form.blank()
                .with("kind", "LISTENING")
                .with("twoWay", "true")
                .with("when", "today")
                .withAll(
                    "with",
                    slot.onTeam() && own.isPresent()
                        ? last(path, relationship, persons)
                        : List.of())
            : sent;
    return Html.page(
        status,
        new TalkPage(
            reader
                .frame("Log a talk with " + organisation, Menu.REPRESENTATION)
                .withBreadcrumbs(
                    new Link(place.name(), "/places/" + place.placeId()),
                    new Link(organisation, "/slots/" + slotId)),
            form.refused(),
            slotId.toString(),
            organisation,
            own.isPresent(),
            listens,
            persons.stream()
                .filter(person -> person.name() != null)
                .map(person -> new Choice(person.counterpartRef(), RelationshipView.name(person)))
                .toList(),
            form.all("with"),
            KINDS,
            WAYS,
            DAYS,
            ListViews.choices(
                "None of them", ListViews.labels(lists.inUse(ListKind.TOPICS, place.icsOdsCode()))),
            form.withEtag(read.etag())));
  }

  /** Whom the last talk was with; before the first, the one whom it is with. */
  private List<String> last(String path, String relationship, List<Counterpart> persons) {
    List<Happening> line =
        api.get(
                path + "/relationships/" + relationship + "/timeline?limit=" + LAST_TALKS,
                Relationships.Timeline.class)
            .items();
    return line.stream()
        .filter(each -> each.what().equals("TALK") && !each.counterpartRefs().isEmpty())
        .findFirst()
        .map(Happening::counterpartRefs)
        .orElseGet(() ->
            persons.stream()
                .filter(person -> person.relationships().contains(relationship))
                .map(Counterpart::counterpartRef)
                .toList());
  }
}
