package dev.footfall.app.config;

import java.nio.file.Path;
import java.util.Optional;

/** Reads one source. */
record SourceReader(Path root, Faults faults) {
  Optional<SourceConfig> read(String name, Section section) {
    Optional<String> type =
        section.required("type").isPresent()
            ? section.choice("type", SourceConfig.TYPES)
            : Optional.empty();
    if (type.isEmpty()) {
      return Optional.empty();
    }
    EngineConfig engine = new EngineReader(root, faults).read(section);
    Optional<SourceConfig> source =
        switch (type.get()) {
          case "duckdb" ->
              path(section).map(p -> new SourceConfig.DuckDb(name, section.place(), p, engine));
          case "files" ->
              path(section).map(p -> new SourceConfig.Files(name, section.place(), p, engine));
          default -> jdbc(name, section, engine);
        };
    section.close();
    return source;
  }

  private Optional<Path> path(Section section) {
    return section
        .required("path")
        .filter(
            text -> {
              boolean given = !text.text().isBlank();
              if (!given) {
                faults.add(text.place(), "'path' of " + section.title() + " has no value");
              }
              return given;
            })
        .map(text -> root.resolve(text.text()).normalize());
  }

  private Optional<SourceConfig> jdbc(String name, Section section, EngineConfig engine) {
    DatabaseTexts texts = new DatabaseTexts(section, faults);
    Optional<ConfigText> url = texts.url("jdbc:");
    Optional<ConfigText> user = texts.text("user");
    Optional<ConfigText> password = texts.secret("password");
    Optional<ConfigText> schema = texts.text("schema");
    return url.map(
        u -> new SourceConfig.Jdbc(name, section.place(), u, user, password, schema, engine));
  }
}
