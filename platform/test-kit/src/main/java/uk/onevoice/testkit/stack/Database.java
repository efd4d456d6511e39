package uk.onevoice.testkit.stack;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A database that one test module has for itself, and the role that owns it. */
public record Database(String name, String url, String username, String password) {

  /** A new connection as the owner; whoever asks for it closes it. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url, username, password);
  }
}
