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
    Optional<ConfigText> url = section.required("url").map(ConfigText::of);
    Optional<ConfigText> user = section.text("user").map(ConfigText::of);
    Optional<ConfigText> password = section.text("password").map(ConfigText::of);
    Optional<ConfigText> schema = section.text("schema").map(ConfigText::of);
    url.ifPresent(text -> checkUrl(section, text));
    password.ifPresent(text -> mustRefer(section, text));
    url.ifPresent(this::checkReferences);
    user.ifPresent(this::checkReferences);
    password.ifPresent(this::checkReferences);
    schema.ifPresent(this::checkReferences);
    return url.map(
        u -> new SourceConfig.Jdbc(name, section.place(), u, user, password, schema, engine));
  }

  private void checkUrl(Section section, ConfigText url) {
    if (!url.refers() && !url.written().startsWith("jdbc:")) {
      faults.add(url.place(), "'url' of " + section.title() + " must begin with jdbc:");
    }
    if (url.written().matches("(?i).*[?&;]password=[^$&;]+.*|jdbc:[^?]*//[^/@]*:[^$/@]+@.*")) {
      faults.add(
          url.place(),
          "the url of "
              + section.title()
              + " holds a password; move it to 'password' as ${env:NAME}");
    }
  }

  private void mustRefer(Section section, ConfigText password) {
    if (!password.isReference()) {
      faults.add(
          password.place(),
          "the password of "
              + section.title()
              + " stands in the file; write ${env:NAME} or ${file:path} instead");
    }
  }

  private void checkReferences(ConfigText text) {
    text.malformed().ifPresent(message -> faults.add(text.place(), message));
  }
}
