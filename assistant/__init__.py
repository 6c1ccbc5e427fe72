"""What the Rasa server loads by module path: importer, components, channels, stores."""
