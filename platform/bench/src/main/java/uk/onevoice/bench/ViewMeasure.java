package uk.onevoice.bench;

import io.agroal.api.AgroalDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import uk.onevoice.eventstore.postgres.Database;

/**
 * P6: an ICS's view of now, which many look at, read over HTTP; against the same bytes selected by
 * key by as many connections from the same PostgreSQL.
 */
final class ViewMeasure implements Measure {
  private static final int CLIENTS = 64;
  private static final int SECONDS = 10;
  private static final double GOAL = 0.8;

  @Override
  public Set<String> numbers() {
    return Set.of("P6");
  }

  @Override
  public List<Verdict> measure(Ground ground) throws Exception {
    try (England england = new England()) {
      var database = selects(england);
      try (AgroalDataSource pool = Ground.pool(database, CLIENTS)) {
        Pairs.Compared compared =
            Pairs.compare(
                () -> Pairs.clients(CLIENTS, SECONDS, client -> england.view(view(client))),
                () -> Pairs.clients(CLIENTS, SECONDS, client -> select(pool, view(client))));
        return List.of(
            new Verdict(
                "P6",
                "an ICS view of now over HTTP, %d clients: %s"
                    .formatted(CLIENTS, compared.subject()),
                "the same bytes selected by key: %s; ratio %.2f, goal %.1f"
                    .formatted(compared.reference(), compared.ratio(), GOAL),
                compared.ratio() >= GOAL));
      }
    }
  }

  private static String view(int client) {
    return "/v1/ics/" + England.icb(client % England.ICBS) + "/representation";
  }

  /** A table of its own with the answers. */
  private static Database selects(England england) throws Exception {
    try (Connection connection = england.connect("postgres")) {
      Ground.execute(connection, "create database selects");
    }
    try (Connection connection = england.connect("selects")) {
      Ground.execute(connection, "create table answer (key text primary key, body text not null)");
      try (PreparedStatement insert =
          connection.prepareStatement("insert into answer values (?, ?)")) {
        for (int icb = 0; icb < England.ICBS; icb++) {
          insert.setString(1, view(icb));
          insert.setString(2, new String(england.view(view(icb)), StandardCharsets.UTF_8));
          insert.executeUpdate();
        }
      }
    }
    return england.database("selects");
  }

  private static void select(AgroalDataSource pool, String key) throws SQLException, IOException {
    try (Connection connection = pool.getConnection();
        PreparedStatement query =
            connection.prepareStatement("select body from answer where key = ?")) {
      query.setString(1, key);
      try (ResultSet row = query.executeQuery()) {
        if (!row.next() || row.getBytes(1).length == 0) {
          throw new IOException("No answer at " + key);
        }
      }
    }
  }
}
