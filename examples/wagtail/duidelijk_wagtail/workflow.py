"""What happens when the last person approves a page: for the setting ``WAGTAIL_FINISH_WORKFLOW_ACTION``."""

# Wagtail loads this before its models, so they are imported where they are needed.


def publish_if_clear(workflow_state, user=None):
    """Publishes what was approved; an unclear page stays a draft where unclear pages are held back."""
    from duidelijk_wagtail.gate import may_be_published

    revision = workflow_state.content_object.get_latest_revision()
    if may_be_published(revision.as_object()):
        revision.publish(user=user)
