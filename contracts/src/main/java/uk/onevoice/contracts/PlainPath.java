package uk.onevoice.contracts;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads paths of names and numbers, such as {@code items[0].name}, as REST Assured would. It
 * compiles each path that it is asked for into a class of its own, which takes longer than most
 * requests. Whatever else a path says, and whatever is not there, is left to REST Assured.
 */
final class PlainPath extends JsonPath {
  private static final String NAME = "[A-Za-z_]\\w*";
  private static final Pattern PLAIN =
      Pattern.compile("%1$s(\\[\\d{1,6}])*(\\.%1$s(\\[\\d{1,6}])*)*".formatted(NAME));
  private static final Pattern STEP = Pattern.compile("(%s)|\\[(\\d+)]".formatted(NAME));

  private boolean fromTheTop = true;

  PlainPath(String json) {
    super(json);
  }

  /** The same answer, whose plain paths are read without compiling. */
  static Response of(Response answer) {
    return (Response)
        Proxy.newProxyInstance(
            Response.class.getClassLoader(),
            new Class<?>[] {Response.class},
            (_, method, arguments) -> {
              if (isJson(answer) && method.getName().equals("jsonPath") && arguments == null) {
                return new PlainPath(answer.asString());
              }
              if (isJson(answer)
                  && method.getName().equals("path")
                  && ((Object[]) arguments[1]).length == 0) {
                return new PlainPath(answer.asString()).get((String) arguments[0]);
              }
              try {
                return method.invoke(answer, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
  }

  private static boolean isJson(Response answer) {
    return answer.contentType().matches("application/([a-z.]+\\+)?json(;.*)?");
  }

  @Override
  public <T> T get(String path) {
    if (fromTheTop && PLAIN.matcher(path).matches()) {
      Object root = super.get("$");
      Optional<Object> found = read(root, path);
      if (found.isPresent()) {
        @SuppressWarnings("unchecked")
        T value = (T) found.get();
        return value;
      }
    }
    return super.get(path);
  }

  @Override
  public JsonPath setRootPath(String rootPath) {
    fromTheTop = false;
    return super.setRootPath(rootPath);
  }

  /** What is there; nothing where REST Assured has to say what that means. */
  private static Optional<Object> read(Object root, String path) {
    Optional<Object> at = Optional.of(root);
    Matcher step = STEP.matcher(path);
    while (at.isPresent() && step.find()) {
      Object here = at.get();
      String name = step.group(1);
      at = name == null ? item(here, Integer.parseInt(step.group(2))) : property(here, name);
    }
    return at;
  }

  private static Optional<Object> item(Object here, int number) {
    return here instanceof List<?> list && number < list.size()
        ? Optional.ofNullable(list.get(number))
        : Optional.empty();
  }

  /** Of a list: that of each, as they stand there. */
  private static Optional<Object> property(Object here, String name) {
    if (here instanceof Map<?, ?> map) {
      return Optional.ofNullable(map.get(name));
    }
    if (!(here instanceof List<?> list)) {
      return Optional.empty();
    }
    List<Object> all = new ArrayList<>(list.size());
    for (Object each : list) {
      if (!(each instanceof Map<?, ?> map)) {
        return Optional.empty();
      }
      all.add(map.get(name));
    }
    return Optional.of(all);
  }
}
