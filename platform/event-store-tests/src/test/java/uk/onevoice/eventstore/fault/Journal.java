package uk.onevoice.eventstore.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a process meant to do and what it was told was done; outlives the process. */
final class Journal implements AutoCloseable {
  /** Where an acknowledged command was said to be. */
  record Acknowledged(long version, long position) {}

  /**
   * What a journal says.
   *
   * @param intended each command's stream
   */
  record Read(Map<UUID, String> intended, Map<UUID, Acknowledged> acknowledged) {}

  private final FileChannel file;

  Journal(Path path) throws IOException {
    file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  void intend(UUID command, String stream) {
    write("I " + command + " " + stream + "\n");
  }

  void acknowledged(UUID command, long version, long position) {
    write("A " + command + " " + version + " " + position + "\n");
  }

  private void write(String line) {
    try {
      file.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  static Read read(List<Path> paths) throws IOException {
    var read = new Read(new HashMap<>(), new HashMap<>());
    for (Path path : paths) {
      for (String line : Files.readAllLines(path)) {
        String[] words = line.split(" ");
        UUID command = UUID.fromString(words[1]);
        if (words[0].equals("I")) {
          read.intended().put(command, words[2]);
        } else {
          read.acknowledged()
              .put(command, new Acknowledged(Long.parseLong(words[2]), Long.parseLong(words[3])));
        }
      }
    }
    return read;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
