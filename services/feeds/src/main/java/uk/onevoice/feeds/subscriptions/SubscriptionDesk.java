package uk.onevoice.feeds.subscriptions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import uk.onevoice.directory.OrganisationId;
import uk.onevoice.eventstore.Answer;
import uk.onevoice.eventstore.Answering;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.feeds.readers.OwnSystems;
import uk.onevoice.feeds.subscriptions.domain.Ringing;
import uk.onevoice.feeds.subscriptions.domain.Subscription;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionCommand;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionEvent;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionRejection;
import uk.onevoice.kernel.Decision;
import uk.onevoice.service.command.Circumstances;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.edge.CurrentRequest;
import uk.onevoice.service.edge.Versions;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.problem.StandardProblems;

/**
 * Subscriptions for those who look after them: the systems of an organisation, and whoever holds a
 * role there. For everybody else there is none.
 */
@ApplicationScoped
class SubscriptionDesk {
  private final CommandHandler<
          SubscriptionCommand, Subscription, SubscriptionEvent, SubscriptionRejection>
      subscriptions;
  private final StoredSubscriptions stored;
  private final SubscriptionTables tables;
  private final Commands commands;
  private final OwnSystems systems;
  private final CurrentRequest request;
  private final EventStore store;

  SubscriptionDesk(
      CommandHandler<SubscriptionCommand, Subscription, SubscriptionEvent, SubscriptionRejection>
          subscriptions,
      StoredSubscriptions stored,
      SubscriptionTables tables,
      Commands commands,
      OwnSystems systems,
      CurrentRequest request,
      EventStore store) {
    this.subscriptions = subscriptions;
    this.stored = stored;
    this.tables = tables;
    this.commands = commands;
    this.systems = systems;
    this.request = request;
    this.store = store;
  }

  /** Of which organisations the caller looks after subscriptions. */
  Set<String> organisations() {
    return systems.organisations();
  }

  /** One that the caller looks after; there is no other. */
  StoredSubscription own(UUID id) throws SQLException {
    return stored
        .find(id)
        .filter(one -> organisations().contains(one.reader().organisation()))
        .orElseThrow(() -> Problem.notFound().exception());
  }

  long version(UUID id) {
    return subscriptions.current(SubscriptionLog.stream(id)).version();
  }

  /** A command on one that the caller looks after, answered with nothing more. */
  Response handle(UUID id, SubscriptionCommand command) throws SQLException {
    return handle(id, own(id).reader().organisation(), command, (_, _, _) -> commands.noContent());
  }

  /**
   * A command whose caller is known to look after it.
   *
   * @param organisation for which they do
   */
  Response handle(
      UUID id,
      String organisation,
      SubscriptionCommand command,
      Answering<Subscription, SubscriptionEvent> answering)
      throws SQLException {
    Response answer =
        commands.handle(
            subscriptions,
            SubscriptionLog.stream(id),
            command,
            answering,
            SubscriptionProblems::of,
            Circumstances.NONE.actingFor(new OrganisationId(organisation)));
    // At once, so that whoever rings knows of it within the same second.
    tables.bringUpToDate();
    return answer;
  }

  /** Something that is done beside the log. */
  interface Doing {
    /**
     * @return what is answered
     */
    Answer run() throws SQLException;
  }

  /**
   * Does something that was asked for and writes down that it was. What is asked for once more with
   * the same key was done already, and is answered as it was then.
   */
  Response ring(StoredSubscription one, Ringing what, Doing doing) throws SQLException {
    var command = new SubscriptionCommand.Ring(what);
    Answer answer = isRepeat() ? commands.noContent() : done(one, command, doing);
    return handle(one.id(), one.reader().organisation(), command, (_, _, _) -> answer);
  }

  private Answer done(StoredSubscription one, SubscriptionCommand command, Doing doing)
      throws SQLException {
    var current = subscriptions.current(SubscriptionLog.stream(one.id()));
    request
        .ifMatch()
        .filter(seen -> seen != current.version())
        .ifPresent(_ -> {
          throw StandardProblems.streamMoved()
              .header("ETag", Versions.etag(current.version()))
              .exception();
        });
    if (Subscription.decide(command, current.state())
        instanceof Decision.Rejected<SubscriptionEvent, SubscriptionRejection>(var rejection)) {
      throw SubscriptionProblems.of(rejection).exception();
    }
    return doing.run();
  }

  /** Whether this was asked with the same key before, and is answered as it was then. */
  boolean isRepeat() {
    return request
        .idempotencyKey()
        .flatMap(key -> store.earlier(key.client(), key.key(), key.fingerprint()))
        .isPresent();
  }
}
