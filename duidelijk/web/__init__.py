"""The back door: a server that checks texts for other programs and for the writer's page."""
