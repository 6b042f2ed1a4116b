package dev.footfall.app.config;

import java.util.Optional;

/** Reads where the project remembers what it did; below its own folder unless it says otherwise. */
record StoreReader(Faults faults) {
  static final String SCHEMA = "[a-z_][a-z0-9_]{0,62}";
  private static final String TITLE = "store";

  StoreConfig read(Section top, YamlValue.Mapping document) {
    Optional<Section> section = top.section(TITLE, TITLE);
    if (section.isEmpty()) {
      boolean isSilent =
          document.entries().stream()
              .filter(entry -> entry.key().equals(TITLE))
              .allMatch(entry -> entry.value() instanceof YamlValue.Nothing);
      return isSilent ? new StoreConfig.Embedded() : new StoreConfig.Unclear();
    }
    int before = faults.sorted().size();
    Optional<StoreConfig> store = read(section.get());
    section.get().close();
    return faults.sorted().size() == before
        ? store.orElseGet(StoreConfig.Unclear::new)
        : new StoreConfig.Unclear();
  }

  private Optional<StoreConfig> read(Section section) {
    Optional<String> type =
        section.required("type").isPresent()
            ? section.choice("type", StoreConfig.TYPES)
            : Optional.empty();
    return type.flatMap(
        name ->
            name.equals("postgres") ? postgres(section) : Optional.of(new StoreConfig.Embedded()));
  }

  private Optional<StoreConfig> postgres(Section section) {
    DatabaseTexts texts = new DatabaseTexts(section, faults);
    Optional<ConfigText> url = texts.url("jdbc:postgresql:");
    section.required("user");
    Optional<ConfigText> user = texts.text("user");
    Optional<ConfigText> password = texts.secret("password");
    Optional<ConfigText> schema = texts.text("schema");
    schema.ifPresent(text -> checkSchema(section, text));
    section.required("secret");
    Optional<ConfigText> secret = texts.secret("secret");
    if (url.isEmpty() || user.isEmpty() || secret.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new StoreConfig.Postgres(
            section.place(), url.get(), user.get(), password, schema, secret.get()));
  }

  private void checkSchema(Section section, ConfigText schema) {
    if (!schema.written().matches(SCHEMA)) {
      faults.add(
          schema.place(),
          "'schema' of " + section.title() + " is named with a to z, 0 to 9 and _ only");
    }
  }
}
