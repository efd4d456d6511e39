package uk.onevoice.web.ui;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.NamespaceResolver;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.UserTagSectionHelper;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.onevoice.web.api.UpToDate;

/** The service's templates in a plain Qute engine, so that their tests take milliseconds. */
public final class Templates {
  private static final Path FOLDER = Path.of("src/main/resources/templates");

  private Templates() {}

  public static Engine engine() {
    var builder =
        Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addNamespaceResolver(new UiFunctions())
            // No view was asked.
            .addNamespaceResolver(
                NamespaceResolver.builder("inject").resolve(_ -> new UpToDate()).build())
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .removeStandaloneLines(true)
            .strictRendering(true)
            .addLocator(Templates::locate);
    try (Stream<Path> tags = Files.list(FOLDER.resolve("tags"))) {
      tags.map(tag -> tag.getFileName().toString().replace(".html", ""))
          .forEach(name ->
              builder.addSectionHelper(
                  new UserTagSectionHelper.Factory(name, "tags/" + name + ".html")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return builder.build();
  }

  private static Optional<TemplateLocation> locate(String id) {
    Path file = FOLDER.resolve(id.endsWith(".html") ? id : id + ".html");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    return Optional.of(
        new TemplateLocation() {
          @Override
          public Reader read() {
            try {
              return new StringReader(Files.readString(file));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }

          @Override
          public Optional<Variant> getVariant() {
            return Optional.of(Variant.forContentType(Variant.TEXT_HTML));
          }
        });
  }
}
