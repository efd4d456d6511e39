package uk.onevoice.directory;

import java.io.Serial;
import java.sql.SQLException;

/** The local copy could not be read: the database is away. */
public final class DirectoryUnavailable extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  DirectoryUnavailable(SQLException cause) {
    super("The directory could not be read.", cause);
  }
}
