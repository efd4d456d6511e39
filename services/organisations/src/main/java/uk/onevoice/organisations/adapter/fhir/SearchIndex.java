package uk.onevoice.organisations.adapter.fhir;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.adapter.fhir.Version.Area;
import uk.onevoice.organisations.adapter.fhir.Version.Belonging;
import uk.onevoice.organisations.adapter.fhir.Version.Body;
import uk.onevoice.organisations.adapter.fhir.Version.Content;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.place.Place;

/**
 * The tables that searches look into, kept from the log: what a stream tells is written anew
 * whenever the stream has moved. Brought up to the log's head before each search, and in between so
 * that no search has to wait for a whole country.
 */
@ApplicationScoped
class SearchIndex {
  private static final Logger LOG = Logger.getLogger(SearchIndex.class);
  private static final int STEP = 2_000;

  private final DataSource database;
  private final LogReader log;
  private final ScheduledExecutorService rounds =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("fhir-index").factory());

  SearchIndex(DataSource database, LogReader log) {
    this.database = database;
    this.log = log;
  }

  void start(@Observes StartupEvent start) {
    rounds.scheduleWithFixedDelay(this::round, 1, 2, TimeUnit.SECONDS);
  }

  void stop(@Observes ShutdownEvent stop) {
    rounds.shutdownNow();
  }

  private void round() {
    try {
      catchUp();
    } catch (RuntimeException failed) {
      LOG.warnf(failed, "fhir index not brought up to date");
    }
  }

  /** Afterwards the tables have all that was in the log when this was called. */
  void catchUp() {
    try (Connection connection = database.getConnection()) {
      long head = position(connection, "select position from log_head");
      while (position(connection, "select position from fhir_index") < head) {
        step(connection);
      }
    } catch (SQLException cause) {
      throw LogReader.unreadable(cause);
    }
  }

  /** One replica at a time: the others wait for the row and find the step done. */
  private void step(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try {
      long from = position(connection, "select position from fhir_index for update");
      long to = Math.min(from + STEP, position(connection, "select position from log_head"));
      write(connection, streams(connection, from, to));
      try (PreparedStatement move =
          connection.prepareStatement("update fhir_index set position = ?")) {
        move.setLong(1, to);
        move.executeUpdate();
      }
      connection.commit();
    } catch (SQLException | RuntimeException failed) {
      connection.rollback();
      throw failed;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  private static long position(Connection connection, String sql) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private static List<String> streams(Connection connection, long from, long to)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select distinct stream from event where position > ? and position <= ? and (%s or %s)"
                .formatted(
                    ResourceType.ORGANIZATION.ofItsStreams(),
                    ResourceType.AFFILIATION.ofItsStreams()))) {
      select.setLong(1, from);
      select.setLong(2, to);
      List<String> streams = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          streams.add(rows.getString(1));
        }
      }
      return streams;
    }
  }

  private void write(Connection connection, Collection<String> streams) throws SQLException {
    if (streams.isEmpty()) {
      return;
    }
    try (PreparedStatement organization =
            connection.prepareStatement(
                """
                insert into fhir_organization
                  (id, stream, system, name, name_key, kinds, part_of, "start", "end", updated_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do update set
                  name = excluded.name, name_key = excluded.name_key, kinds = excluded.kinds,
                  part_of = excluded.part_of, "start" = excluded."start", "end" = excluded."end",
                  updated_at = excluded.updated_at\
                """);
        PreparedStatement affiliation =
            connection.prepareStatement(
                """
                insert into fhir_affiliation
                  (id, stream, member_id, parent_id, kind, "start", "end", gone, updated_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do update set
                  "start" = excluded."start", "end" = excluded."end", gone = excluded.gone,
                  updated_at = excluded.updated_at\
                """)) {
      for (var versions : log.versions(connection, streams).values()) {
        for (var latest : latest(versions)) {
          add(connection, organization, affiliation, latest);
        }
      }
      organization.executeBatch();
      affiliation.executeBatch();
    }
  }

  /**
   * A resource as it is now.
   *
   * @param last what was last told of it, for one that is no more
   */
  private record Latest(Version version, Content last) {}

  private static Collection<Latest> latest(List<Version> versions) {
    Map<String, Latest> latest = new HashMap<>();
    for (var version : versions) {
      var before = latest.get(version.id());
      @Nullable Content content =
          version.content() == null && before != null ? before.last() : version.content();
      if (content != null) {
        latest.put(version.id(), new Latest(version, content));
      }
    }
    return latest.values();
  }

  private static void add(
      Connection connection,
      PreparedStatement organization,
      PreparedStatement affiliation,
      Latest latest)
      throws SQLException {
    switch (latest.last()) {
      case Body body -> {
        var record = body.known().record();
        var kinds = record.kinds().stream().map(OrganisationKind::name).toArray(String[]::new);
        add(connection, organization, latest, record.name(), kinds, null);
      }
      case Area area ->
          add(
              connection,
              organization,
              latest,
              area.place().names().lastEntry().getValue(),
              new String[] {area.kind()},
              partOf(area.place()));
      case Belonging belonging -> add(affiliation, latest, belonging);
    }
  }

  /** The index has no days: what was said last is found, from when it was said. */
  private static String partOf(Place.Defined place) {
    return place.partOf() == null
        ? place.ics().lastEntry().getValue().value()
        : place.partOf().toString();
  }

  private static void add(
      Connection connection,
      PreparedStatement insert,
      Latest latest,
      String name,
      String[] kinds,
      @Nullable String partOf)
      throws SQLException {
    insert.setString(1, latest.version().id());
    insert.setString(2, latest.version().stream());
    insert.setString(3, ResourceJson.systemOf(latest.last()));
    insert.setString(4, name);
    insert.setString(5, Names.key(name));
    insert.setArray(6, connection.createArrayOf("text", kinds));
    insert.setString(7, partOf);
    insert.setObject(8, latest.last().start());
    insert.setObject(9, latest.last().end());
    insert.setObject(10, recordedAt(latest));
    insert.addBatch();
  }

  private static void add(PreparedStatement insert, Latest latest, Belonging belonging)
      throws SQLException {
    var affiliation = belonging.affiliation();
    insert.setString(1, latest.version().id());
    insert.setString(2, latest.version().stream());
    insert.setString(3, affiliation.memberId().value());
    insert.setString(4, affiliation.parentId());
    insert.setString(5, affiliation.kind().name());
    insert.setObject(6, belonging.start());
    insert.setObject(7, belonging.end());
    insert.setBoolean(8, latest.version().content() == null);
    insert.setObject(9, recordedAt(latest));
    insert.addBatch();
  }

  private static OffsetDateTime recordedAt(Latest latest) {
    return latest.version().recordedAt().atOffset(ZoneOffset.UTC);
  }
}
