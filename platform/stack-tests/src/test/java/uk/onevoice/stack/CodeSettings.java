package uk.onevoice.stack;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Every setting that the programs read, as their sources say it: the methods of {@code
 * ConfigMapping}s and the names of {@code ConfigProperty}s, with the value of the code or, failing
 * that, of the one properties file that has it. Read, not loaded: this module knows no service.
 */
final class CodeSettings extends TreeScanner<Void, Void> {
  private final Map<String, Optional<String>> defaults = new TreeMap<>();

  private CodeSettings() {}

  /** Names of settings of ours and of Kafka's; the value where there is one for all services. */
  static Map<String, Optional<String>> of(Path root) throws IOException {
    var found = new CodeSettings();
    for (var unit : parsed(files(root, ".java"))) {
      found.scan(unit, null);
    }
    var written = new HashMap<String, List<String>>();
    for (var file : files(root, ".properties")) {
      var properties = new Properties();
      try (var in = Files.newInputStream(file)) {
        properties.load(in);
      }
      properties
          .stringPropertyNames()
          .forEach(name ->
              written
                  .computeIfAbsent(name, _ -> new ArrayList<>())
                  .add(properties.getProperty(name)));
    }
    found.defaults.replaceAll((name, value) ->
        value.or(() ->
            Optional.ofNullable(written.get(name))
                .filter(values -> values.size() == 1)
                .map(List::getFirst)));
    return found.defaults;
  }

  private static List<Path> files(Path root, String end) throws IOException {
    var found = new ArrayList<Path>();
    for (var group : List.of("platform", "services")) {
      try (var modules = Files.newDirectoryStream(root.resolve(group), Files::isDirectory)) {
        for (var module : modules) {
          var sources = module.resolve("src/main");
          if (Files.isDirectory(sources)) {
            try (Stream<Path> all = Files.walk(sources)) {
              all.filter(file -> file.toString().endsWith(end)).forEach(found::add);
            }
          }
        }
      }
    }
    return found;
  }

  private static Iterable<? extends CompilationUnitTree> parsed(List<Path> sources) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var task =
        (JavacTask)
            compiler.getTask(
                null,
                null,
                null,
                null,
                null,
                compiler
                    .getStandardFileManager(null, null, null)
                    .getJavaFileObjectsFromPaths(sources));
    try {
      return task.parse();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Void visitClass(ClassTree type, Void nothing) {
    value(type.getModifiers(), "ConfigMapping", "prefix")
        .ifPresent(prefix -> members(type, prefix));
    return super.visitClass(type, nothing);
  }

  private void members(ClassTree type, String prefix) {
    var nested = new HashMap<String, ClassTree>();
    for (var member : type.getMembers()) {
      if (member instanceof ClassTree inner) {
        nested.put(inner.getSimpleName().toString(), inner);
      }
    }
    for (var member : type.getMembers()) {
      if (member instanceof MethodTree method) {
        var name = prefix + "." + dashed(method.getName().toString());
        var inner = nested.get(method.getReturnType().toString());
        if (inner == null) {
          defaults.put(name, value(method.getModifiers(), "WithDefault", "value"));
        } else {
          members(inner, name);
        }
      }
    }
  }

  @Override
  public Void visitVariable(VariableTree variable, Void nothing) {
    value(variable.getModifiers(), "ConfigProperty", "name")
        .filter(name -> name.startsWith("onevoice.") || name.startsWith("kafka."))
        .ifPresent(name ->
            defaults.put(name, value(variable.getModifiers(), "ConfigProperty", "defaultValue")));
    return super.visitVariable(variable, nothing);
  }

  private static Optional<String> value(ModifiersTree modifiers, String annotation, String field) {
    return modifiers.getAnnotations().stream()
        .filter(each -> each.getAnnotationType().toString().equals(annotation))
        .map(AnnotationTree::getArguments)
        .flatMap(List::stream)
        .filter(argument ->
            argument instanceof AssignmentTree set
                ? set.getVariable().toString().equals(field)
                : field.equals("value"))
        .map(argument -> argument instanceof AssignmentTree set ? set.getExpression() : argument)
        .map(CodeSettings::literal)
        .findFirst();
  }

  private static String literal(Tree expression) {
    return ((LiteralTree) expression).getValue().toString();
  }

  private static String dashed(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }
}
