"""A campaign: its folder, its facts, and the names of its files."""

from xlbudget.distribution.campaign.facts import CampaignFacts
from xlbudget.distribution.campaign.file_name import file_name
from xlbudget.distribution.campaign.folder import CampaignFolder, new_campaign, open_campaign
from xlbudget.distribution.campaign.inside import inside

__all__ = [
    "CampaignFacts",
    "CampaignFolder",
    "file_name",
    "inside",
    "new_campaign",
    "open_campaign",
]
