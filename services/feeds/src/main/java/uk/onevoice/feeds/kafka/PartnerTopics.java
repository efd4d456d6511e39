package uk.onevoice.feeds.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import uk.onevoice.feeds.readers.Reader;

/** Which systems have a topic of their own, and how far each is written. */
@ApplicationScoped
class PartnerTopics {
  /** Kafka's brokers let what begins so be read by nobody but the system that it was granted to. */
  static final String PREFIX = "partner-feed.";

  static final int RANDOM_BYTES = 8;
  private static final String SELECT =
      """
      select asked.topic, asked.client_id, asked.organisation_id, asked.subject, asked.position,
        asked.granted,
        asked.ended or client.organisation_id <> asked.organisation_id,
        coalesce(client.state = 'APPROVED', false)
          and client.organisation_id = asked.organisation_id
          and exists (select from feed_approval approval
            where approval.client_id = asked.client_id)
      from feed_kafka asked left join directory_client client using (client_id)\
      """;
  private static final String ASK =
      """
      insert into feed_kafka (topic, client_id, organisation_id, subject, asked_at)
      values (?, ?, ?, ?, now())
      on conflict (client_id) where not ended do nothing\
      """;
  private static final String END =
      "update feed_kafka set ended = true where client_id = ? and not ended";

  /** Another sign-in of the same system follows the one that asked: that one reads no more. */
  private static final String END_OF_OTHERS =
      """
      update feed_kafka set ended = true
      where client_id = ? and not ended and (organisation_id <> ? or subject <> ?)\
      """;

  private final DataSource database;
  private final SecureRandom random = new SecureRandom();

  PartnerTopics(DataSource database) {
    this.database = database;
  }

  /** As contracts/asyncapi/partner-feed.yaml has its address. */
  static String name(String organisation, byte[] number) {
    return PREFIX + organisation + "." + HexFormat.of().formatHex(number);
  }

  /** Those of all systems, also such as are to be deleted. */
  List<PartnerTopic> all() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(SELECT + "\norder by asked_at")) {
      return read(select);
    }
  }

  /** That of this system, unless it has none or has given it up. */
  Optional<PartnerTopic> of(Reader reader) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                SELECT + "\nwhere asked.client_id = ? and asked.organisation_id = ?")) {
      select.setString(1, reader.client());
      select.setString(2, reader.organisation());
      return read(select).stream().filter(topic -> !topic.ended()).findFirst();
    }
  }

  /** A topic for this system; the one that it has, where it asked before. */
  PartnerTopic ask(Reader reader, String subject) throws SQLException {
    run(END_OF_OTHERS, reader.client(), reader.organisation(), subject);
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    run(ASK, name(reader.organisation(), bytes), reader.client(), reader.organisation(), subject);
    return of(reader).orElseThrow(() -> new SQLException("A topic was asked for and given up"));
  }

  /** Nothing where it has none. */
  void giveUp(Reader reader) throws SQLException {
    run(END, reader.client());
  }

  /**
   * The same, held until the transaction ends; empty while another replica holds it, or when it is
   * gone. What it says of the reader is from after it was held.
   */
  static Optional<PartnerTopic> held(Connection transaction, String name) throws SQLException {
    try (PreparedStatement hold =
            transaction.prepareStatement(
                "select from feed_kafka where topic = ? for update skip locked");
        PreparedStatement select =
            transaction.prepareStatement(SELECT + "\nwhere asked.topic = ?")) {
      hold.setString(1, name);
      try (ResultSet row = hold.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
      }
      select.setString(1, name);
      return read(select).stream().findFirst();
    }
  }

  static void granted(Connection transaction, String name, boolean granted) throws SQLException {
    try (PreparedStatement update =
        transaction.prepareStatement("update feed_kafka set granted = ? where topic = ?")) {
      update.setBoolean(1, granted);
      update.setString(2, name);
      update.executeUpdate();
    }
  }

  static void reached(Connection transaction, String name, long position) throws SQLException {
    try (PreparedStatement update =
        transaction.prepareStatement("update feed_kafka set position = ? where topic = ?")) {
      update.setLong(1, position);
      update.setString(2, name);
      update.executeUpdate();
    }
  }

  static void delete(Connection transaction, String name) throws SQLException {
    try (PreparedStatement delete =
        transaction.prepareStatement("delete from feed_kafka where topic = ?")) {
      delete.setString(1, name);
      delete.executeUpdate();
    }
  }

  private void run(String sql, String... values) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  private static List<PartnerTopic> read(PreparedStatement select) throws SQLException {
    List<PartnerTopic> topics = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        topics.add(
            new PartnerTopic(
                row.getString(1),
                new Reader(row.getString(2), row.getString(3)),
                row.getString(4),
                row.getLong(5),
                row.getBoolean(6),
                row.getBoolean(7),
                row.getBoolean(8)));
      }
    }
    return topics;
  }
}
