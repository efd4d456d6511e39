package uk.onevoice.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A port on the loopback interface for each part of a stack, by the part's name. */
public record Ports(Map<String, Integer> byName) {
  static final List<String> INFRASTRUCTURE =
      List.of(
          "keycloak",
          "postgres",
          "kafka",
          "controller",
          PartnersListener.NAME,
          MailCatcher.NAME,
          MailCatcher.MAILBOXES);

  public Ports {
    byName = Map.copyOf(byName);
  }

  /** The ports of the settings. */
  static Ports of(Settings settings) {
    var ports = new LinkedHashMap<String, Integer>();
    ports.put("router", settings.port("router"));
    Services.ALL.forEach(service -> ports.put(service.name(), settings.port(service.name())));
    INFRASTRUCTURE.forEach(name -> ports.put(name, settings.port(name)));
    return new Ports(ports);
  }

  /** Ports that nobody has at this moment, all different. */
  public static Ports free(List<String> names) {
    var sockets = new ArrayList<ServerSocket>();
    var ports = new LinkedHashMap<String, Integer>();
    try {
      for (var name : names) {
        var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        sockets.add(socket);
        ports.put(name, socket.getLocalPort());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      sockets.forEach(Ports::close);
    }
    return new Ports(ports);
  }

  public int of(String name) {
    var port = byName.get(name);
    if (port == null) {
      throw new IllegalArgumentException("No port for " + name);
    }
    return port;
  }

  private static void close(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
