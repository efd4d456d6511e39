package uk.onevoice.mandates.adapter.http;

import static uk.onevoice.service.problem.Problem.conflict;
import static uk.onevoice.service.problem.Problem.unprocessable;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.Role;
import uk.onevoice.directory.RoleHolding;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.mandates.adapter.registry.Registry;
import uk.onevoice.mandates.adapter.store.FeedbackLog;
import uk.onevoice.mandates.adapter.store.MandateFacts;
import uk.onevoice.mandates.domain.MandateId;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.PlaceId;
import uk.onevoice.mandates.domain.PracticeId;
import uk.onevoice.mandates.domain.feedback.FeedbackChannel;
import uk.onevoice.mandates.domain.feedback.FeedbackCommand;
import uk.onevoice.mandates.domain.feedback.FeedbackCommand.Answer;
import uk.onevoice.mandates.domain.feedback.FeedbackCommand.Give;
import uk.onevoice.mandates.domain.feedback.FeedbackEvent;
import uk.onevoice.mandates.domain.feedback.FeedbackEvent.FeedbackAnswered;
import uk.onevoice.mandates.domain.feedback.FeedbackEvent.FeedbackGiven;
import uk.onevoice.mandates.domain.feedback.FeedbackRejection;
import uk.onevoice.mandates.domain.feedback.FeedbackRejection.NotInForce;
import uk.onevoice.mandates.domain.feedback.FeedbackRejection.NotInScope;
import uk.onevoice.mandates.domain.feedback.FeedbackRejection.NotTheHolder;
import uk.onevoice.mandates.domain.feedback.FeedbackRejection.NotYourPractice;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.security.Parts;
import uk.onevoice.security.Permission;
import uk.onevoice.security.Scope;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.listing.Part;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.vault.TypedWords;

/** What practices and the holder of a live mandate tell each other, for them alone. */
@Path("/v1/mandates/{id}/feedback")
@RunOnVirtualThread
class FeedbackResource {
  private final CommandHandler<FeedbackCommand, FeedbackChannel, FeedbackEvent, FeedbackRejection>
      channels;
  private final MandateFacts mandates;
  private final SpeakingBodies bodies;
  private final TypedWords words;
  private final Places places;
  private final Directory directory;
  private final Parts parts;
  private final CurrentActor actor;
  private final Commands commands;
  private final Scope scope;
  private final Today today;

  FeedbackResource(
      CommandHandler<FeedbackCommand, FeedbackChannel, FeedbackEvent, FeedbackRejection> channels,
      MandateFacts mandates,
      SpeakingBodies bodies,
      TypedWords words,
      Places places,
      Directory directory,
      Parts parts,
      CurrentActor actor,
      Commands commands,
      Scope scope,
      Today today) {
    this.channels = channels;
    this.mandates = mandates;
    this.bodies = bodies;
    this.words = words;
    this.places = places;
    this.directory = directory;
    this.parts = parts;
    this.actor = actor;
    this.commands = commands;
    this.scope = scope;
    this.today = today;
  }

  record GiveFeedback(PracticeId practiceId, String words) {}

  record AnswerFeedback(String words) {}

  enum From {
    PRACTICE,
    HOLDER
  }

  /**
   * @param words null when they are not kept any more
   */
  record FeedbackView(From from, OrganisationId bodyId, @Nullable String words, LocalDate on) {}

  @POST
  @Permission("giveFeedback")
  public Response give(@PathParam("id") UUID id, GiveFeedback wish) {
    MandateFacts.Known mandate = there(id);
    PlaceId place = mandate.placeId();
    scope.in(Registry.inDirectory(place));
    var practice = new uk.onevoice.directory.OrganisationId(wish.practiceId().value());
    boolean inScope =
        directory
            .placeOf(practice, today.get())
            .filter(Registry.inDirectory(place)::equals)
            .isPresent();
    return words.keeping(
        FeedbackLog.stream(mandate.mandateId()),
        pen ->
            handle(
                mandate,
                new Give(
                    mandate.mandateId(),
                    mandate.inForce(),
                    wish.practiceId(),
                    inScope,
                    actor.get().holdsAt(practice, Role.PRACTICE_PARTNER),
                    pen.own("mandate-feedback", "/words", wish.words(), null),
                    today.get()),
                practice));
  }

  @POST
  @Path("/answers")
  @Permission("answerFeedback")
  public Response answer(@PathParam("id") UUID id, AnswerFeedback wish) {
    MandateFacts.Known mandate = there(id);
    RoleHolding role = scope.in(Registry.inDirectory(mandate.placeId()));
    return words.keeping(
        FeedbackLog.stream(mandate.mandateId()),
        pen ->
            handle(
                mandate,
                new Answer(
                    mandate.mandateId(),
                    mandate.inForce(),
                    mandate.holderId(),
                    isHolder(mandate),
                    pen.own("mandate-feedback", "/words", wish.words(), null),
                    today.get()),
                role.organisation()));
  }

  @GET
  @Permission("listFeedback")
  public Page<FeedbackView> list(
      @PathParam("id") UUID id,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    PageRequest request = PageRequest.of(after, limit);
    MandateFacts.Known mandate = there(id);
    var place = Registry.inDirectory(mandate.placeId());
    if (!scope.covers(place)) {
      throw scope.refusal();
    }
    boolean told = isHolder(mandate) || parts.shows("mandate.feedback", place);
    List<FeedbackEvent> said =
        told ? channels.current(FeedbackLog.stream(mandate.mandateId())).state().said() : List.of();
    return Part.of(said, request, this::views);
  }

  private List<FeedbackView> views(List<FeedbackEvent> said) {
    Map<WordsRef, String> read =
        words.read(
            said.stream()
                .map(event ->
                    switch (event) {
                      case FeedbackGiven given -> given.feedbackRef();
                      case FeedbackAnswered answered -> answered.answerRef();
                    })
                .toList());
    return said.stream()
        .map(event ->
            switch (event) {
              case FeedbackGiven(_, var practice, var ref, var on) ->
                  new FeedbackView(
                      From.PRACTICE, new OrganisationId(practice.value()), read.get(ref), on);
              case FeedbackAnswered(_, var holder, var ref, var on) ->
                  new FeedbackView(From.HOLDER, holder, read.get(ref), on);
            })
        .toList();
  }

  private boolean isHolder(MandateFacts.Known mandate) {
    return bodies.holdingFor(mandate.placeId(), mandate.holderId()).isPresent();
  }

  private MandateFacts.Known there(UUID id) {
    return mandates
        .find(new MandateId(id), today.get())
        .orElseThrow(() -> Problem.notFound().exception());
  }

  private Response handle(
      MandateFacts.Known mandate,
      FeedbackCommand command,
      uk.onevoice.directory.@Nullable OrganisationId actingFor) {
    return commands.handle(
        channels,
        FeedbackLog.stream(mandate.mandateId()),
        command,
        (_, _, _) -> commands.noContent(),
        FeedbackResource::problem,
        places.circumstances(mandate.placeId(), actingFor));
  }

  private static Problem problem(FeedbackRejection rejection) {
    return switch (rejection) {
      case NotInForce _ -> conflict("feedback-closed", "The mandate is not in force today.");
      case NotInScope _ ->
          conflict("practice-not-in-place", "The practice does not lie in the mandate's place.");
      case NotYourPractice _ ->
          unprocessable("not-your-body", "Only its own people say what a body says.")
              .at("/practiceId", "must be a practice in which you are a partner");
      case NotTheHolder _ ->
          conflict("feedback-by-another", "Only the holder of the mandate answers its practices.");
    };
  }
}
