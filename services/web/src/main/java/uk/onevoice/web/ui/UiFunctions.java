package uk.onevoice.web.ui;

import io.quarkus.qute.EngineConfiguration;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.EvaluatedParams;
import io.quarkus.qute.NamespaceResolver;
import io.quarkus.qute.Results;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The functions {@code ui:…} of the templates. None of them reads anything but its arguments. */
@EngineConfiguration
public class UiFunctions implements NamespaceResolver {
  @Override
  public String getNamespace() {
    return "ui";
  }

  @Override
  public CompletionStage<Object> resolve(EvalContext context) {
    EvaluatedParams params = EvaluatedParams.evaluate(context);
    return params.stage.thenCompose(_ -> {
      try {
        return answer(context.getName(), arguments(params, context.getParams().size()));
      } catch (ReflectiveOperationException | InterruptedException e) {
        return CompletableFuture.failedFuture(e);
      } catch (java.util.concurrent.ExecutionException e) {
        return CompletableFuture.failedFuture(e.getCause());
      }
    });
  }

  private static List<@Nullable Object> arguments(EvaluatedParams params, int count)
      throws InterruptedException,
          java.util.concurrent.ExecutionException,
          ReflectiveOperationException {
    List<@Nullable Object> values = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Object value = params.getResult(i);
      values.add(Results.isNotFound(value) ? null : value);
    }
    return values;
  }

  private static CompletionStage<Object> answer(String name, List<@Nullable Object> given) {
    Object answer =
        switch (name) {
          case "given" -> given.getFirst() != null;
          case "same" -> same(given.get(0), given.get(1));
          case "describedBy" -> describedBy(text(given.get(0)), given.get(1), given.get(2));
          case "itemId" -> itemId(text(given.get(0)), (Integer) given.get(1));
          case "partName" ->
              given.get(0) == null ? given.get(1) : given.get(0) + "[" + given.get(1) + "]";
          case "path" -> given.get(0) + "/" + given.get(1);
          case "footer" -> Footer.LINKS;
          case "number" ->
              given.getFirst() == null ? "not known" : Words.number((Number) given.getFirst());
          case "day" ->
              given.getFirst() == null ? "not known" : Words.day((LocalDate) given.getFirst());
          case "month" ->
              given.getFirst() == null ? "not known" : Words.month((YearMonth) given.getFirst());
          case "time" ->
              given.getFirst() == null ? "not known" : Words.time((Instant) given.getFirst());
          default -> null;
        };
    return answer == null
        ? Results.notFound("ui:" + name)
        : CompletableFuture.completedFuture(answer);
  }

  private static boolean same(@Nullable Object one, @Nullable Object other) {
    return one != null && other != null && one.toString().equals(other.toString());
  }

  /** The ids a control is described by; empty if there are none, which a template takes for no. */
  private static String describedBy(String key, @Nullable Object hint, @Nullable Object error) {
    List<String> ids = new ArrayList<>(2);
    if (hint != null) {
      ids.add(key + "-hint");
    }
    if (error != null) {
      ids.add(key + "-error");
    }
    return String.join(" ", ids);
  }

  /** The first radio has the plain id, so that an error summary can link to it. */
  private static String itemId(String key, int count) {
    return count > 1 ? key + "-" + count : key;
  }

  private static String text(@Nullable Object value) {
    return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
  }
}
