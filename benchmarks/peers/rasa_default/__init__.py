"""The peer `rasa_default`: Rasa as it comes, with TensorFlow, in an environment of its own."""
