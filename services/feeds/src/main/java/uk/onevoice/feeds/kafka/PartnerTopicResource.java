package uk.onevoice.feeds.kafka;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import uk.onevoice.feeds.FeedSettings;
import uk.onevoice.feeds.readers.Reader;
import uk.onevoice.feeds.readers.Readers;
import uk.onevoice.security.Permission;
import uk.onevoice.security.SignIn;
import uk.onevoice.service.problem.Problem;

/** The caller's own topic in Kafka: asked for, read about, given up. */
@Path("/v1/feed/kafka")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class PartnerTopicResource {
  static final String MECHANISM = "OAUTHBEARER";

  private final PartnerTopics topics;
  private final PartnerTopicWriter writer;
  private final Readers readers;
  private final SignIn signIn;
  private final FeedSettings settings;

  PartnerTopicResource(
      PartnerTopics topics,
      PartnerTopicWriter writer,
      Readers readers,
      SignIn signIn,
      FeedSettings settings) {
    this.topics = topics;
    this.writer = writer;
    this.readers = readers;
    this.signIn = signIn;
    this.settings = settings;
  }

  /** Whether its events can be read now. */
  enum State {
    OPEN,
    CLOSED
  }

  /**
   * Where the events are.
   *
   * @param groups what the names of the reader's consumer groups begin with
   */
  record TopicBody(
      String topic, String groups, String servers, String mechanism, String user, State state) {}

  @GET
  @Permission("readFeedKafkaTopic")
  public TopicBody topic() throws SQLException {
    return topics
        .of(readers.caller())
        .map(this::body)
        .orElseThrow(() -> Problem.notFound().exception());
  }

  @POST
  @Permission("askForFeedKafkaTopic")
  public TopicBody ask() throws SQLException {
    Reader reader = readers.approved();
    TopicBody body = body(topics.ask(reader, signIn.subject()));
    writer.look();
    return body;
  }

  @POST
  @Path("/ending")
  @Permission("endFeedKafkaTopic")
  public void end() throws SQLException {
    topics.giveUp(readers.caller());
    writer.look();
  }

  private TopicBody body(PartnerTopic topic) {
    return new TopicBody(
        topic.name(),
        topic.name(),
        settings.kafkaServers(),
        MECHANISM,
        topic.subject(),
        topic.allowed() ? State.OPEN : State.CLOSED);
  }
}
