import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.regex.Pattern;

/** java PullFeed.java [origin] [file with an access token] [folder for what it remembers] */
public class PullFeed {
  // An event is one flat object. Use your JSON library where you do more with it.
  static final Pattern EVENT = Pattern.compile("\\{[^{}]*\"id\":\"([\\w-]+)\"[^{}]*}");
  static final Pattern NEXT = Pattern.compile("<([^>]+)>; *rel=\"next\"");

  public static void main(String[] args) throws Exception {
    Path dealtWith = Path.of(args[2], "events.jsonl");
    Path cursor = Path.of(args[2], "next");
    Files.writeString(dealtWith, "", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    var known = new HashSet<String>();
    EVENT.matcher(Files.readString(dealtWith)).results().forEach(event -> known.add(event.group(1)));
    var next = Files.exists(cursor) ? Files.readString(cursor) : "/v1/feed/events?limit=1000&wait=20";
    HttpClient http = HttpClient.newHttpClient();
    while (true) {
      try {
        var request = HttpRequest.newBuilder(URI.create(args[0] + next))
            .header("Authorization", "Bearer " + Files.readString(Path.of(args[1])).strip());
        var answer = http.send(request.build(), BodyHandlers.ofString());
        var link = NEXT.matcher(answer.headers().firstValue("Link").orElse(""));
        // 410: so far back nothing is kept; the link says where it can go on.
        if ((answer.statusCode() != 200 && answer.statusCode() != 410) || !link.find()) {
          throw new IOException("answered " + answer.statusCode());
        }
        var event = EVENT.matcher(answer.statusCode() == 200 ? answer.body() : "");
        while (event.find()) {
          if (!known.contains(event.group(1))) {
            // Deal with it here. What is dealt with and what is remembered are one write.
            Files.writeString(dealtWith, event.group() + "\n", StandardOpenOption.APPEND);
            known.add(event.group(1));
          }
        }
        next = link.group(1);
        Path written = Files.writeString(Path.of(args[2], "next.new"), next);
        Files.move(written, cursor, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException away) {
        System.err.println("again in a second: " + away.getMessage());
        Thread.sleep(1000);
      }
    }
  }
}
