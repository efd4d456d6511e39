package uk.onevoice.relationships.adapter.http;

import static uk.onevoice.vault.TypedWords.MIDDLE;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.adapter.http.SlotBodies.Closing;
import uk.onevoice.relationships.adapter.http.SlotBodies.Contact;
import uk.onevoice.relationships.adapter.http.SlotBodies.ContactRef;
import uk.onevoice.relationships.adapter.http.SlotBodies.Correction;
import uk.onevoice.relationships.adapter.http.SlotDesk.Here;
import uk.onevoice.relationships.adapter.store.Counterparts;
import uk.onevoice.relationships.domain.ContactId;
import uk.onevoice.relationships.domain.CounterpartRef;
import uk.onevoice.relationships.domain.Relationship;
import uk.onevoice.relationships.domain.RelationshipId;
import uk.onevoice.relationships.domain.SlotCommand.CloseRelationship;
import uk.onevoice.relationships.domain.SlotCommand.CorrectContact;
import uk.onevoice.relationships.domain.SlotCommand.LogContact;
import uk.onevoice.relationships.domain.SlotCommand.Talked;
import uk.onevoice.relationships.domain.SlotCommand.WithdrawContact;
import uk.onevoice.relationships.domain.Talk;
import uk.onevoice.security.Parts;
import uk.onevoice.security.Permission;
import uk.onevoice.security.Scope;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.ListedTopics;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.wiring.Ids;
import uk.onevoice.vault.TypedWords;
import uk.onevoice.vault.TypedWords.Pen;

/**
 * Talks: any leader of the place may log that there was one, and whoever is of the team; with whom
 * and what was said is for the team.
 */
@Path("/v1/relationships/slots/{id}")
@RunOnVirtualThread
class TalksResource {
  private static final int LONGEST_MINUTES = 600;

  private final SlotDesk desk;
  private final Counterparts counterparts;
  private final TypedWords words;
  private final Scope scope;
  private final Parts parts;
  private final ListedTopics topics;
  private final Commands commands;
  private final Today today;
  private final Ids ids;

  TalksResource(
      SlotDesk desk,
      Counterparts counterparts,
      TypedWords words,
      Scope scope,
      Parts parts,
      ListedTopics topics,
      Commands commands,
      Today today,
      Ids ids) {
    this.desk = desk;
    this.counterparts = counterparts;
    this.words = words;
    this.scope = scope;
    this.parts = parts;
    this.topics = topics;
    this.commands = commands;
    this.today = today;
    this.ids = ids;
  }

  @POST
  @Path("/contacts")
  @Permission("logContact")
  public Response log(@PathParam("id") UUID id, Contact wish) {
    Here here = desk.inPlace(id);
    boolean onTeam = desk.isOnTeam(here.slot());
    if (!onTeam && !parts.shows("slot.holders", here.place())) {
      throw scope.refusal();
    }
    boolean told = wish.counterpartRefs() != null || wish.words() != null || wish.minutes() != null;
    if (told && !onTeam) {
      throw Problem.of(403, "not-on-the-team", "Only its team says with whom and what was said.")
          .exception();
    }
    var contact = new ContactId(ids.get());
    var talk =
        new Correction(
            wish.on(),
            wish.kind(),
            wish.twoWay(),
            wish.topicId(),
            wish.counterpartRefs(),
            wish.words(),
            wish.minutes());
    return words.keeping(
        here.stream(),
        pen ->
            desk.handle(
                here,
                new LogContact(
                    here.id(),
                    wish.relationshipId(),
                    contact,
                    talked(here, wish.relationshipId(), talk, pen),
                    today.get()),
                (_, _, _) ->
                    commands.created(
                        "/v1/relationships/slots/" + id,
                        new ContactRef(here.id(), wish.relationshipId(), contact))));
  }

  @POST
  @Path("/relationships/{relationshipId}/contacts/{contactId}/corrections")
  @Permission("correctContact")
  public Response correct(
      @PathParam("id") UUID id,
      @PathParam("relationshipId") UUID relationship,
      @PathParam("contactId") UUID contact,
      Correction wish) {
    Here here = desk.forTeam(id);
    var held = here.relationship(relationship).relationshipId();
    return words.takingBack(
        wordsOf(here, relationship, contact),
        () ->
            words.keeping(
                here.stream(),
                pen ->
                    desk.done(
                        here,
                        new CorrectContact(
                            here.id(),
                            held,
                            new ContactId(contact),
                            talked(here, held, wish, pen),
                            today.get()))));
  }

  @POST
  @Path("/relationships/{relationshipId}/contacts/{contactId}/withdrawals")
  @Permission("withdrawContact")
  public Response withdraw(
      @PathParam("id") UUID id,
      @PathParam("relationshipId") UUID relationship,
      @PathParam("contactId") UUID contact) {
    Here here = desk.forTeam(id);
    return words.takingBack(
        wordsOf(here, relationship, contact),
        () ->
            desk.done(
                here,
                new WithdrawContact(
                    here.id(),
                    here.relationship(relationship).relationshipId(),
                    new ContactId(contact))));
  }

  private static @Nullable WordsRef wordsOf(Here here, UUID relationship, UUID contact) {
    @Nullable Talk talk = here.relationship(relationship).talks().get(new ContactId(contact));
    return talk == null ? null : talk.wordsRef();
  }

  @POST
  @Path("/closings")
  @Permission("closeRelationship")
  public Response close(@PathParam("id") UUID id, Closing wish) {
    Here here = desk.inPlace(id);
    return desk.done(
        here, new CloseRelationship(here.id(), wish.relationshipId(), wish.on(), today.get()));
  }

  private Talked talked(Here here, RelationshipId relationship, Correction wish, Pen pen) {
    if (wish.topicId() != null) {
      topics.inUse(wish.topicId(), here.place(), "/topicId");
    }
    Integer minutes = wish.minutes();
    if (minutes != null && (minutes < 1 || minutes > LONGEST_MINUTES)) {
      throw Problem.invalid("/minutes", "must be 1 to " + LONGEST_MINUTES).exception();
    }
    List<CounterpartRef> took = wish.counterpartRefs() == null ? List.of() : wish.counterpartRefs();
    return new Talked(
        wish.on(),
        wish.kind(),
        wish.twoWay(),
        wish.topicId(),
        took,
        typed(here, relationship, took, wish.words(), pen),
        minutes);
  }

  /**
   * Words of a talk are about who took part, and where that is not said, about everybody the
   * relationship is with: each may ask to read them.
   */
  private @Nullable WordsRef typed(
      Here here,
      RelationshipId relationship,
      List<CounterpartRef> took,
      @Nullable String typed,
      Pen pen) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    @Nullable Relationship held = here.slot().relationships().get(relationship);
    Set<CounterpartRef> with = held == null ? Set.of() : held.counterparts();
    return pen.about(
        counterparts.subjects(took.isEmpty() ? with : took), "talk", "/words", typed, MIDDLE, null);
  }
}
